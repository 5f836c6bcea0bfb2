import type { Queryable } from '../db/database.ts';

export interface CoordinatorRow {
  id: string;
  slug: string;
  name: string;
  first_name: string;
  phone: string | null;
  email: string | null;
  about: string | null;
  about_cy: string | null;
  languages: string[];
  portrait: string | null;
}

/** Who has or covers which area on a day. */
export interface AssignmentRow {
  coordinator_id: string;
  area_id: string;
  area_slug: string;
  area_name: string;
  area_name_cy: string | null;
  role: 'lead' | 'cover';
  starts_on: string;
  ends_on: string | null;
  note: string | null;
}

const coordinatorColumns = 'c.id, c.slug, c.name, c.first_name, c.phone, c.email, c.about, c.about_cy, c.languages, c.portrait';

export const activeCoordinators = (db: Queryable) =>
  db.query<CoordinatorRow>(
    'active-coordinators',
    `select ${coordinatorColumns} from coordinators c where c.active order by c.first_name, c.slug`,
  );

export const assignmentsOn = (db: Queryable, today: string) =>
  db.query<AssignmentRow>(
    'assignments-on',
    `select x.coordinator_id, x.area_id, a.slug as area_slug, a.name as area_name, a.name_cy as area_name_cy, x.role, x.starts_on, x.ends_on, x.note
    from area_coordinators x join areas a on a.id = x.area_id
    where x.starts_on <= $1::date and (x.ends_on is null or x.ends_on >= $1::date)
    order by x.role desc, a.name`,
    [today],
  );

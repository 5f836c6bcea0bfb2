import type { NamedArea } from '../contract/people.ts';
import type { AccountLocale } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export interface ArrangementRow {
  id: string;
  area: NamedArea;
  coordinator: { id: string; name: string };
  role: 'lead' | 'cover';
  starts_on: string;
  ends_on: string | null;
}

/** Of today and later; `today` is YYYY-MM-DD. */
export const arrangementsFrom = (db: Queryable, today: string) =>
  db.query<ArrangementRow>(
    'arrangements-from',
    `select x.id, x.role, x.starts_on::text, x.ends_on::text,
       jsonb_build_object('id', a.id, 'name', a.name, 'name_cy', a.name_cy) as area,
       jsonb_build_object('id', c.id, 'name', c.name) as coordinator
     from area_coordinators x join areas a on a.id = x.area_id join coordinators c on c.id = x.coordinator_id
     where x.ends_on is null or x.ends_on >= $1::date
     order by a.name, x.role desc, x.starts_on, c.name`,
    [today],
  );

/** Answers its id; null: they do that already. */
export async function insertArrangement(
  tx: Queryable,
  row: { areaId: string; coordinatorId: string; role: 'lead' | 'cover'; startsOn: string; endsOn: string | null },
): Promise<string | null> {
  const [made] = await tx.query<{ id: string }>(
    'insert-arrangement',
    `insert into area_coordinators (area_id, coordinator_id, role, starts_on, ends_on)
     select $1::uuid, $2::uuid, $3::text, $4::date, $5::date
     where not exists (
       select 1 from area_coordinators where area_id = $1::uuid and coordinator_id = $2::uuid and role = $3::text
         and starts_on <= $4::date and (ends_on is null or ends_on >= coalesce($5::date, 'infinity')))
     returning id`,
    [row.areaId, row.coordinatorId, row.role, row.startsOn, row.endsOn],
  );
  return made?.id ?? null;
}

export interface CoverToTell {
  coordinator_id: string;
  first_name: string;
  /** Where they are written to as one of the desk, else as everyone may. */
  email: string | null;
  /** Of their account; null: they have none. */
  locale: AccountLocale | null;
  languages: string[];
  area: string;
  area_cy: string | null;
  starts_on: string;
  ends_on: string;
}

/** A cover that has an end, with who stands in. */
export async function coverToTell(tx: Queryable, id: string): Promise<CoverToTell | undefined> {
  const [row] = await tx.query<CoverToTell>(
    'cover-to-tell',
    `select c.id as coordinator_id, c.first_name, coalesce(w.email, c.email) as email, w.locale, c.languages, a.name as area, a.name_cy as area_cy,
       x.starts_on::text, x.ends_on::text
     from area_coordinators x join areas a on a.id = x.area_id join coordinators c on c.id = x.coordinator_id
     left join lateral (
       select email, locale from accounts w where w.coordinator_id = c.id and w.status <> 'suspended' order by w.created_at limit 1
     ) w on true
     where x.id = $1::uuid and x.role = 'cover' and x.ends_on is not null`,
    [id],
  );
  return row;
}

/** What lasts beyond a day, held until the commit. */
export const holdLeadsBeyond = (tx: Queryable, coordinatorId: string, from: string) =>
  tx.query<{ id: string; area_id: string; starts_on: string; ends_on: string | null }>(
    'hold-leads-beyond',
    `select id, area_id, starts_on::text, ends_on::text from area_coordinators
     where coordinator_id = $1::uuid and role = 'lead' and (ends_on is null or ends_on >= $2::date) for update`,
    [coordinatorId, from],
  );

/** `lastDay` before its first: it never comes to be. */
export const endArrangement = async (tx: Queryable, id: string, lastDay: string) => {
  await tx.query('drop-arrangement', 'delete from area_coordinators where id = $1::uuid and starts_on > $2::date', [id, lastDay]);
  await tx.query('end-arrangement', 'update area_coordinators set ends_on = $2::date where id = $1::uuid', [id, lastDay]);
};

export const copyArrangements = (tx: Queryable, areaId: string, { part, from }: { part: string; from: string }) =>
  tx.query(
    'copy-arrangements',
    `insert into area_coordinators (area_id, coordinator_id, role, starts_on, ends_on, note)
     select $2::uuid, coordinator_id, role, greatest(starts_on, $3::date), ends_on, note from area_coordinators
     where area_id = $1::uuid and (ends_on is null or ends_on >= $3::date)`,
    [areaId, part, from],
  );

/** Those of an area, as `endArrangement`. Answers the ids of those that never come to be. */
export const endArrangementsOfArea = async (tx: Queryable, areaId: string, lastDay: string): Promise<string[]> => {
  const dropped = await tx.query<{ id: string }>(
    'drop-arrangements-of-area',
    'delete from area_coordinators where area_id = $1::uuid and starts_on > $2::date returning id',
    [areaId, lastDay],
  );
  await tx.query(
    'end-arrangements-of-area',
    'update area_coordinators set ends_on = $2::date where area_id = $1::uuid and (ends_on is null or ends_on > $2::date)',
    [areaId, lastDay],
  );
  return dropped.map(({ id }) => id);
};

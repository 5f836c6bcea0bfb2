import type { AccountStatus, NamedArea } from '../contract/people.ts';
import type { AccountRole, DeskAction } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  trusted: boolean;
  status: AccountStatus;
  last_seen_on: string | null;
  /** A builder's own; a coordinator's of the day. */
  areas: NamedArea[];
}

/** Everyone, or one. A coordinator's areas are those of `today` (YYYY-MM-DD). */
export const people = (db: Queryable, { today, id = null }: { today: string; id?: string | null }) =>
  db.query<PersonRow>(
    'people',
    `select x.id, x.email, x.name, x.role, x.trusted, x.status, x.last_seen_on::text, coalesce(mine.areas, '[]') as areas
     from accounts x
     left join lateral (
       select jsonb_agg(distinct jsonb_build_object('id', a.id, 'name', a.name, 'name_cy', a.name_cy)) as areas
       from areas a
       where exists (select 1 from account_areas b where b.area_id = a.id and b.account_id = x.id and x.role = 'builder')
         or exists (
           select 1 from area_coordinators c where c.area_id = a.id and c.coordinator_id = x.coordinator_id
             and c.starts_on <= $1::date and (c.ends_on is null or c.ends_on >= $1::date))
     ) mine on true
     where $2::uuid is null or x.id = $2::uuid
     order by x.role = 'steward' desc, x.role = 'coordinator' desc, x.name, x.email`,
    [today, id],
  );

export const setStatus = (tx: Queryable, id: string, status: AccountStatus) =>
  tx.query('set-account-status', 'update accounts set status = $2::text where id = $1::uuid', [id, status]);

export const setTrusted = (tx: Queryable, id: string, trusted: boolean) =>
  tx.query('set-account-trusted', `update accounts set trusted = $2::boolean where id = $1::uuid and role = 'builder'`, [id, trusted]);

export const insertAccountAreas = (tx: Queryable, accountId: string, areaIds: string[]) =>
  tx.query(
    'insert-account-areas',
    'insert into account_areas (account_id, area_id) select $1::uuid, id from areas where id = any ($2::uuid[]) on conflict do nothing',
    [accountId, areaIds],
  );

export const copyAccountAreas = (tx: Queryable, areaId: string, there: string) =>
  tx.query(
    'copy-account-areas',
    'insert into account_areas (account_id, area_id) select account_id, $2::uuid from account_areas where area_id = $1::uuid on conflict do nothing',
    [areaId, there],
  );

export const deleteAccountAreas = (tx: Queryable, areaId: string) =>
  tx.query('delete-account-areas', 'delete from account_areas where area_id = $1::uuid', [areaId]);

/** Those that stand today. */
export const allAreas = (db: Queryable) =>
  db.query<NamedArea>(
    'named-areas',
    'select id, name, name_cy from areas a where exists (select 1 from area_versions v where v.area_id = a.id and v.ends_on is null) order by name',
  );

/** With their own account, or without one. */
export const allCoordinators = (db: Queryable) =>
  db.query<{ id: string; name: string; has_account: boolean }>(
    'named-coordinators',
    `select c.id, c.name, exists (select 1 from accounts x where x.coordinator_id = c.id) as has_account
     from coordinators c where c.active order by c.name`,
  );

export async function insertCoordinator(tx: Queryable, row: { slug: string; name: string; email: string; now: Date }) {
  const [made] = await tx.query<{ id: string }>(
    'insert-coordinator',
    `insert into coordinators (slug, name, first_name, email, created_at, updated_at)
     values ($1::text, $2::text, split_part($2::text, ' ', 1), $3::text, $4::timestamptz, $4::timestamptz)
     on conflict (slug) do nothing returning id`,
    [row.slug, row.name, row.email, row.now],
  );
  return made?.id;
}

export const refusedActions = (db: Queryable) =>
  db.query<{ at: Date; name: string; role: AccountRole; action: DeskAction; area: NamedArea | null }>(
    'refused-actions',
    `select r.refused_at as at, x.name, x.role, r.action,
       case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name, 'name_cy', a.name_cy) end as area
     from refused_actions r join accounts x on x.id = r.account_id left join areas a on a.id = r.area_id
     order by r.refused_at desc, r.id desc limit 200`,
  );

import type { NamedArea } from '../contract/people.ts';
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

export const insertArrangement = (
  tx: Queryable,
  row: { areaId: string; coordinatorId: string; role: 'lead' | 'cover'; startsOn: string; endsOn: string | null },
) =>
  tx.query(
    'insert-arrangement',
    `insert into area_coordinators (area_id, coordinator_id, role, starts_on, ends_on)
     select $1::uuid, $2::uuid, $3::text, $4::date, $5::date
     where not exists (
       select 1 from area_coordinators where area_id = $1::uuid and coordinator_id = $2::uuid and role = $3::text
         and starts_on <= $4::date and (ends_on is null or ends_on >= coalesce($5::date, 'infinity')))`,
    [row.areaId, row.coordinatorId, row.role, row.startsOn, row.endsOn],
  );

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

/** Those of an area, as `endArrangement`. */
export const endArrangementsOfArea = async (tx: Queryable, areaId: string, lastDay: string) => {
  await tx.query('drop-arrangements-of-area', 'delete from area_coordinators where area_id = $1::uuid and starts_on > $2::date', [
    areaId,
    lastDay,
  ]);
  await tx.query(
    'end-arrangements-of-area',
    'update area_coordinators set ends_on = $2::date where area_id = $1::uuid and (ends_on is null or ends_on > $2::date)',
    [areaId, lastDay],
  );
};

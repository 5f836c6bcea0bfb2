import type { RecutKind, RecutState } from '../contract/recut.ts';
import type { Queryable } from '../db/database.ts';
import type { Ground } from '../geo/ground.ts';
import type { PlannedArea } from './recut-rules.ts';

export interface RecutRow {
  id: string;
  kind: RecutKind;
  state: RecutState;
  starts_on: string | null;
  left_open: Ground;
  account_id: string | null;
  made_by: string;
}

const recutColumns = 'r.id, r.kind, r.state, r.starts_on, r.left_open, r.account_id, r.made_by';

export async function insertRecut(
  tx: Queryable,
  row: { kind: RecutKind; leftOpen: Ground; now: Date; accountId: string; madeBy: string },
): Promise<string> {
  const [made] = await tx.query<{ id: string }>(
    'insert-recut',
    `insert into recuts (kind, left_open, made_at, account_id, made_by)
     values ($1::text, $2::jsonb, $3::timestamptz, $4::uuid, $5::text) returning id`,
    [row.kind, JSON.stringify(row.leftOpen), row.now, row.accountId, row.madeBy],
  );
  if (!made) throw new Error('the change of boundaries was not kept');
  return made.id;
}

export const insertRecutAreas = (tx: Queryable, recutId: string, areas: PlannedArea[]) =>
  tx.query(
    'insert-recut-areas',
    `insert into recut_areas (recut_id, position, area_id, is_new, name, name_cy, version_id, was, geometry, population, population_source,
       population_guessed, inherits_from, heir_id)
     select $1::uuid, r.position, r.area_id, r.is_new, r.name, r.name_cy, r.version_id, r.was,
       case when jsonb_typeof(r.ground) = 'array' then jsonb_build_object('type', 'MultiPolygon', 'coordinates', r.ground) end,
       r.population, r.population_source, r.population_guessed, r.inherits_from, r.heir_id
     from jsonb_to_recordset($2::jsonb) as r(position integer, area_id uuid, is_new boolean, name text, name_cy text, version_id uuid, was jsonb,
       ground jsonb, population integer, population_source text, population_guessed boolean, inherits_from uuid, heir_id uuid)`,
    [recutId, JSON.stringify(areas.map((area, position) => ({ ...area, position })))],
  );

export const recutById = (db: Queryable, id: string) =>
  db.query<RecutRow>('recut-by-id', `select ${recutColumns} from recuts r where r.id = $1::uuid`, [id]);

/** Held until the commit, so that nobody decides it twice. */
export const holdRecut = (tx: Queryable, id: string) =>
  tx.query<RecutRow>('hold-recut', `select ${recutColumns} from recuts r where r.id = $1::uuid for update`, [id]);

export type RecutAreaRow = PlannedArea;

export const areasOfRecut = (db: Queryable, id: string) =>
  db.query<RecutAreaRow>(
    'areas-of-recut',
    `select area_id, is_new, name, name_cy, version_id, was, geometry -> 'coordinates' as ground, population, population_source,
       population_guessed, inherits_from, heir_id
     from recut_areas where recut_id = $1::uuid order by position`,
    [id],
  );

/** Undecided drafts are their maker's own affair. */
export const recutsToTell = (db: Queryable) =>
  db.query<Omit<RecutRow, 'left_open' | 'account_id'> & { areas: { id: string; name: string; name_cy: string | null; is_new: boolean }[] }>(
    'recuts-to-tell',
    `select r.id, r.kind, r.state, r.starts_on, r.made_by,
       (select jsonb_agg(jsonb_build_object('id', x.area_id, 'name', x.name, 'name_cy', x.name_cy, 'is_new', x.is_new) order by x.position)
        from recut_areas x where x.recut_id = r.id) as areas
     from recuts r where r.state <> 'draft'
     order by r.state = 'done', case when r.state = 'done' then r.done_at end desc, r.starts_on limit 30`,
  );

/** One that is decided already for any of these areas. */
export const plannedFor = (db: Queryable, areaIds: string[], exceptId: string) =>
  db.query<{ id: string; starts_on: string }>(
    'recut-planned-for',
    `select r.id, r.starts_on from recuts r
     where r.state = 'planned' and r.id <> $2::uuid
       and exists (select 1 from recut_areas x where x.recut_id = r.id and x.area_id = any ($1::uuid[]))
     order by r.starts_on limit 1`,
    [areaIds, exceptId],
  );

export const setRecutState = (tx: Queryable, id: string, to: { state: RecutState; startsOn: string | null; doneAt?: Date }) =>
  tx.query('set-recut-state', 'update recuts set state = $2::text, starts_on = $3::date, done_at = $4::timestamptz where id = $1::uuid', [
    id,
    to.state,
    to.startsOn,
    to.doneAt ?? null,
  ]);

export const setRecutPeople = (
  tx: Queryable,
  recutId: string,
  row: { areaId: string; population: number | null; source: string | null; guessed: boolean },
) =>
  tx.query(
    'set-recut-people',
    `update recut_areas set population = $3::integer, population_source = $4::text, population_guessed = $5::boolean
     where recut_id = $1::uuid and area_id = $2::uuid`,
    [recutId, row.areaId, row.population, row.source, row.guessed],
  );

export const dueRecuts = (db: Queryable, today: string) =>
  db.query<{ id: string }>(
    'due-recuts',
    `select id from recuts where state = 'planned' and starts_on <= $1::date order by starts_on, made_at`,
    [today],
  );

export const deleteDraftsBefore = (db: Queryable, moment: Date) =>
  db.query('delete-recut-drafts', `delete from recuts where state = 'draft' and made_at < $1::timestamptz`, [moment]);

/** Ground that somebody left open once; whether it is still open is for the boundaries of today to say. */
export const groundLeftOpen = (db: Queryable) =>
  db.query<{ ground: Ground }>('ground-left-open', `select left_open as ground from recuts where state = 'done' and left_open <> '[]'`);

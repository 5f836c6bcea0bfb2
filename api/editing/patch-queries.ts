import type { PatchState } from '../contract/desk-asset.ts';
import type { AssetKind, Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { lapsedFrom, olderThan, youngerThan } from '../search/not-lapsed.ts';

export interface PatchRow {
  id: string;
  kind: AssetKind;
  status: string;
  name: string;
  name_cy: string | null;
  area_id: string | null;
  area_name: string | null;
  area_name_cy: string | null;
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  half_life_days: number;
  is_private: boolean;
}

export interface PatchAsked {
  /** Null: everywhere. */
  areaIds: string[] | null;
  /** With what lies in no area. */
  andNone: boolean;
  /** Of these, only that of this short name. */
  areaSlug: string | null;
  words: string;
  state: PatchState | null;
  after: string | null;
  limit: number;
}

/** As `assets_by_plain_name` and `assets_like_plain_name` have it. */
const accents = `'áàâäãåéèêëíìîïóòôöõúùûüýỳŷÿẃẁŵẅñç', 'aaaaaaeeeeiiiiooooouuuuyyyywwwwnc'`;
const plain = (name: string) => `translate(lower(${name}), ${accents})`;

const ofState: Record<PatchState, (now: string) => string> = {
  fresh: (now) => `a.status = 'published' and ${youngerThan(now, 1)}`,
  ageing: (now) => `a.status = 'published' and ${olderThan(now, 1)} and ${youngerThan(now, 2)}`,
  stale: (now) => `a.status = 'published' and (a.last_checked_at is null or (${olderThan(now, 2)} and ${youngerThan(now, lapsedFrom)}))`,
  lapsed: (now) => `a.status = 'published' and ${olderThan(now, lapsedFrom)}`,
  paused: () => `a.status = 'hidden'`,
  draft: () => `a.status = 'draft'`,
  retired: () => `a.status = 'closed'`,
};

/** By name, from `after` on. Holds only what is asked, for a plan that must allow for every filter allows for none well. */
export function patchRows(db: Queryable, asked: PatchAsked, now: Date): Promise<PatchRow[]> {
  const values: unknown[] = [];
  const put = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const { areaIds, andNone, areaSlug, words, state, after, limit } = asked;
  const conditions = [
    areaIds && `(a.area_id = any(${put(areaIds, 'uuid[]')})${andNone ? ' or a.area_id is null' : ''})`,
    areaSlug && `a.area_id = (select id from areas where slug = ${put(areaSlug, 'text')})`,
    words && `${plain('a.name')} like ${plain(put(words, 'text'))}`,
    state && ofState[state](['paused', 'draft', 'retired'].includes(state) ? '' : put(now, 'timestamptz')),
    after && `(${plain('a.name')}, a.id) > (select ${plain('l.name')}, l.id from assets l where l.id = ${put(after, 'uuid')})`,
  ].filter(Boolean);
  const name = ['patch', areaIds && (andNone ? 'mine-and-none' : 'mine'), areaSlug && 'area', words && 'words', state, after && 'after']
    .filter(Boolean)
    .join('-');
  return db.query<PatchRow>(
    name,
    `select a.id, a.kind, a.status, a.name, a.name_cy, a.area_id, r.name as area_name, r.name_cy as area_name_cy,
       a.last_checked_at, a.last_checked_by, k.half_life_days, (a.kind = 'people' or a.point_privacy = 'private') as is_private
     from assets a join kinds k on k.slug = a.kind left join areas r on r.id = a.area_id
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by ${plain('a.name')}, a.id limit ${put(limit, 'integer')}`,
    values,
  );
}

/** How one asset stands. */
export async function standingRow(db: Queryable, id: string): Promise<PatchRow | undefined> {
  const [row] = await db.query<PatchRow>(
    'patch-standing',
    `select a.id, a.kind, a.status, a.name, a.name_cy, a.area_id, null as area_name, null as area_name_cy,
       a.last_checked_at, a.last_checked_by, k.half_life_days, (a.kind = 'people' or a.point_privacy = 'private') as is_private
     from assets a join kinds k on k.slug = a.kind where a.id = $1::uuid`,
    [id],
  );
  return row;
}

export const namesOfAreas = (db: Queryable, ids: string[]) =>
  db.query<{ id: string; name: string; name_cy: string | null }>(
    'names-of-areas',
    'select id, name, name_cy from areas where id = any($1::uuid[])',
    [ids],
  );

export const namesOfVenues = (db: Queryable, ids: string[]) =>
  db.query<{ id: string; name: string; name_cy: string | null }>(
    'names-of-venues',
    'select id, name, name_cy from venues where id = any($1::uuid[])',
    [ids],
  );

export async function idOfSlug(db: Queryable, slug: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>('asset-id-of-slug', 'select id from assets where slug = $1::text', [slug]);
  return row?.id ?? null;
}

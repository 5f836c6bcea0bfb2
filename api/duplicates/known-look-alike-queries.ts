import type { AssetKind } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { isOpen } from './look-alike-queries.ts';
import type { Likeness } from './look-alike-rules.ts';

/** To be raised when pairs are judged otherwise: then all is compared anew. */
const judgedBy = 1;

/** What a look-alike is known by, for a public asset `a` with its row `s`. */
const print = `hashtextextended(concat_ws('|', ${judgedBy}, a.kind, a.name, a.name_cy, a.venue_id, a.point_privacy, a.contact_phone, a.contact_web, s.lat, s.lng), 0)`;

interface Line {
  id: number;
  asset_id: string;
}

/** Changes that nobody has looked at yet, the oldest first: of whatever the print is made of, left by triggers. */
export const waitingLines = (db: Queryable, limit: number) =>
  db.query<Line>('look-alike-lines', 'select id, asset_id from look_alike_lines order by id limit $1::int', [limit]);

export const deleteLines = (db: Queryable, ids: number[]) =>
  db.query('look-alike-delete-lines', 'delete from look_alike_lines where id = any($1::bigint[])', [ids]);

/** Whether all was compared by the judgement of today, or is waiting to be. */
export async function isJudgedAsNow(db: Queryable): Promise<boolean> {
  const rows = await db.query(
    'look-alikes-judged-by',
    `select from program_facts where name = 'look-alikes-judged-by' and value = to_jsonb($1::int)`,
    [judgedBy],
  );
  return rows.length > 0;
}

export const noteJudgedAsNow = (tx: Queryable) =>
  tx.query(
    'note-look-alikes-judged-by',
    `insert into program_facts (name, value) values ('look-alikes-judged-by', to_jsonb($1::int))
     on conflict (name) do update set value = excluded.value, updated_at = now()`,
    [judgedBy],
  );

/** Leaves a line for each of the next assets after `after`, public or compared before; answers the last of them, null when there are no more. */
export async function addLines(tx: Queryable, after: string | null, limit: number): Promise<string | null> {
  const [row] = await tx.query<{ last: string | null }>(
    'look-alike-add-lines',
    `with next as materialized (
       select asset_id from (
         (select asset_id from asset_search where asset_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by asset_id limit $2::int)
         union
         (select asset_id from looked_alike where asset_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by asset_id limit $2::int)
       ) known order by asset_id limit $2::int
     ), added as (insert into look_alike_lines (asset_id) select asset_id from next)
     select (select asset_id from next order by asset_id desc limit 1) as last`,
    [after, limit],
  );
  return row?.last ?? null;
}

/** Those of them that are other than when they were last compared, or were compared and are no longer public. */
export async function stillToCompare(tx: Queryable, ids: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'still-to-compare',
    `select asked.id from unnest($1::uuid[]) as asked(id)
     where (select ${print} from asset_search s join assets a on a.id = s.asset_id where s.tier = 0 and s.asset_id = asked.id)
       is distinct from (select l.print from looked_alike l where l.asset_id = asked.id)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

export interface KnownRow {
  id: string;
  kind: AssetKind;
  name: string;
  name_cy: string | null;
  venue_id: string | null;
  phone: string | null;
  web: string | null;
  lat: number | null;
  lng: number | null;
  print: string;
}

/** Those of them that are public, by what everyone may know of them. */
export const knownAssets = (db: Queryable, ids: string[]) =>
  db.query<KnownRow>(
    'known-assets',
    `select a.id, a.kind, a.name, a.name_cy, case when ${isOpen} then a.venue_id end as venue_id, case when ${isOpen} then a.contact_phone end as phone,
       case when ${isOpen} then a.contact_web end as web, s.lat, s.lng, ${print}::text as print
     from asset_search s join assets a on a.id = s.asset_id where s.tier = 0 and s.asset_id = any($1::uuid[])`,
    [ids],
  );

/** One process at a time, until the commit. */
export async function tryCompareLock(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>('try-compare-lock', `select pg_try_advisory_xact_lock(hashtext('look-alikes')) as held`);
  return row?.held ?? false;
}

/** Forgets what these were known by and like. */
export async function forgetCompared(tx: Queryable, ids: string[]): Promise<void> {
  await tx.query('forget-look-alike-keys', 'delete from look_alike_keys where asset_id = any($1::uuid[])', [ids]);
  await tx.query('forget-look-alikes', 'delete from look_alikes where one = any($1::uuid[]) or other = any($1::uuid[])', [ids]);
  await tx.query('forget-looked-alike', 'delete from looked_alike where asset_id = any($1::uuid[])', [ids]);
}

export const insertCompared = (tx: Queryable, rows: Pick<KnownRow, 'id' | 'print'>[]) =>
  tx.query('insert-looked-alike', 'insert into looked_alike (asset_id, print) select * from unnest($1::uuid[], $2::bigint[])', [
    rows.map(({ id }) => id),
    rows.map(({ print }) => print),
  ]);

export interface KeyOf {
  id: string;
  key: string;
}

export const insertKeys = (tx: Queryable, keys: KeyOf[]) =>
  tx.query(
    'insert-look-alike-keys',
    'insert into look_alike_keys (asset_id, key) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing',
    [keys.map(({ id }) => id), keys.map(({ key }) => key)],
  );

/** Who shares a key; one that more than forty share tells nobody apart. */
export const sharingKeys = (tx: Queryable, keys: KeyOf[]) =>
  tx.query<{ id: string; other: string }>(
    'sharing-look-alike-keys',
    `select distinct asked.id, found.asset_id as other
     from unnest($1::uuid[], $2::text[]) as asked (id, key)
     cross join lateral (
       select array_agg(asset_id) as ids from (select k.asset_id from look_alike_keys k where k.key = asked.key limit 41) k
     ) shared
     cross join lateral unnest(shared.ids) as found (asset_id)
     where cardinality(shared.ids) <= 40 and found.asset_id <> asked.id`,
    [keys.map(({ id }) => id), keys.map(({ key }) => key)],
  );

export interface PairRow {
  one: string;
  other: string;
  /** Hundredths. */
  score: number;
  likenesses: Likeness[];
}

export const insertPairs = (tx: Queryable, pairs: PairRow[]) =>
  tx.query(
    'insert-look-alikes',
    `insert into look_alikes (one, other, score, likenesses)
     select one, other, score, likenesses from jsonb_to_recordset($1::jsonb) as p (one uuid, other uuid, score smallint, likenesses text[])
     on conflict do nothing`,
    [JSON.stringify(pairs)],
  );

/** Both are public still, in these areas (null: everywhere; `andNone`: or in none), and nobody found them to be two. Likest first. */
export const knownPairs = (db: Queryable, { areaIds, andNone, limit }: { areaIds: string[] | null; andNone: boolean; limit: number }) =>
  db.query<PairRow>(
    'known-look-alikes',
    `select l.one, l.other, l.score, l.likenesses
     from look_alikes l join assets a on a.id = l.one join assets b on b.id = l.other
     where ($1::uuid[] is null or ((a.area_id = any($1::uuid[]) or ($2::boolean and a.area_id is null))
         and (b.area_id = any($1::uuid[]) or ($2::boolean and b.area_id is null))))
       and exists (select from asset_search s where s.asset_id = l.one) and exists (select from asset_search s where s.asset_id = l.other)
       and not exists (select from not_same n where n.one = l.one and n.other = l.other)
     order by l.score desc, l.one, l.other limit $3::int`,
    [areaIds, andNone, limit],
  );

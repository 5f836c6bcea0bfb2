import { assetColumns } from '../db/asset-columns.ts';
import type { Queryable } from '../db/database.ts';
import type { AssetRow, SignpostRow, VenueRow } from './asset-rows.ts';
import { signpostColumns, venueColumns } from './asset-rows.ts';

/** A row that was added or changed; rows that are already as given, or that people here have edited since, do not come back. */
export interface Written {
  id: string;
  source_id: string;
  slug: string;
  added: boolean;
}

/** `madeBy` of every revision that an import writes begins so; other revisions are people's and are never overwritten. */
export const importMark = 'import:';

export const upsertVenues = (tx: Queryable, rows: VenueRow[], now: Date) =>
  tx.query<Written>('upsert-venues', venueUpsert, [JSON.stringify(rows), now]);

export const upsertAssets = (tx: Queryable, rows: AssetRow[], now: Date) =>
  tx.query<Written>('upsert-assets', assetUpsert, [JSON.stringify(rows), now]);

export const upsertSignposts = (tx: Queryable, rows: SignpostRow[], now: Date) =>
  tx.query<Written>('upsert-signposts', signpostUpsert, [JSON.stringify(rows), now]);

/** Makes the topics of these assets as given; answers the ids of those for whom that was a change. */
export const replaceTopics = (tx: Queryable, rows: Pick<AssetRow, 'source' | 'source_id' | 'topics'>[]) =>
  tx.query<{ id: string }>(
    'replace-imported-topics',
    `with given as (
       select a.id, r.topics
       from jsonb_to_recordset($1::jsonb) as r(source text, source_id text, topics text[])
       join assets a on a.source = r.source and a.source_id = r.source_id
       where not ${editedHere('asset', 'a')}
     ), gone as (
       delete from asset_topics t using given g
       where t.asset_id = g.id and t.topic <> all (g.topics)
       returning t.asset_id as id
     ), fresh as (
       insert into asset_topics (asset_id, topic)
       select g.id, topic from given g cross join unnest(g.topics) as topic
       on conflict do nothing
       returning asset_id as id
     )
     select id from gone union select id from fresh`,
    [JSON.stringify(rows.map(({ source, source_id, topics }) => ({ source, source_id, topics })))],
  );

/** A new version for rows whose topics or times alone have changed. */
export const touchAssets = (tx: Queryable, ids: string[], now: Date) =>
  tx.query('touch-imported-assets', `update assets set version = version + 1, updated_at = $2::timestamptz where id = any ($1::uuid[])`, [
    ids,
    now,
  ]);

export const insertVenueRevisions = (tx: Queryable, ids: string[], now: Date, madeBy: string) =>
  tx.query(
    'insert-venue-revisions',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     select 'venue', v.id, $2::timestamptz, $3::text, to_jsonb(v) from venues v where v.id = any ($1::uuid[])`,
    [ids, now, madeBy],
  );

export const insertSignpostRevisions = (tx: Queryable, ids: string[], now: Date, madeBy: string) =>
  tx.query(
    'insert-signpost-revisions',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     select 'signpost', s.id, $2::timestamptz, $3::text, to_jsonb(s) from signposts s where s.id = any ($1::uuid[])`,
    [ids, now, madeBy],
  );

const assetUpsert = upsert('assets', 'asset', assetColumns satisfies Partial<Record<keyof AssetRow, string>>, {
  versioned: true,
  insertOnly: { status: 'text', last_checked_at: 'timestamptz', last_checked_by: 'text' },
});
const venueUpsert = upsert('venues', 'venue', venueColumns, { versioned: false, insertOnly: {} });
const signpostUpsert = upsert('signposts', 'signpost', signpostColumns, { versioned: true, insertOnly: {} });

/** The statement for one table, from its constant list of columns. A row that is already as given is left alone, so that a second run changes nothing. */
function upsert(
  table: 'assets' | 'venues' | 'signposts',
  subject: 'asset' | 'venue' | 'signpost',
  columns: Record<string, string>,
  { versioned, insertOnly }: { versioned: boolean; insertOnly: Record<string, string> },
): string {
  const own = Object.keys(columns);
  const all = ['source', 'source_id', 'slug', ...own, ...Object.keys(insertOnly)];
  const types = { source: 'text', source_id: 'text', slug: 'text', ...columns, ...insertOnly } as Record<string, string>;
  return `insert into ${table} as t (${all.join(', ')}, created_at, updated_at)
    select ${all.map((name) => `r.${name}`).join(', ')}, $2::timestamptz, $2::timestamptz
    from jsonb_to_recordset($1::jsonb) as r(${all.map((name) => `${name} ${types[name]}`).join(', ')})
    on conflict (source, source_id) do update
    set ${own.map((name) => `${name} = excluded.${name}`).join(', ')}, updated_at = excluded.updated_at${versioned ? ', version = t.version + 1' : ''}
    where (${own.map((name) => `t.${name}`).join(', ')}) is distinct from (${own.map((name) => `excluded.${name}`).join(', ')})
      and not ${editedHere(subject, 't')}
    returning t.id, t.source_id, t.slug, t.xmax = 0 as added`;
}

/** Whether people here have edited a row since: a revision of it was not made by an import. */
export function editedHere(subject: 'asset' | 'venue' | 'signpost', alias: string): string {
  return `exists (
    select 1 from revisions v
    where v.subject_type = '${subject}' and v.subject_id = ${alias}.id and v.made_by not like '${importMark}%')`;
}

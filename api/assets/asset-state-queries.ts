import type { AssetState } from '../contract/asset-state.ts';
import { assetColumns } from '../db/asset-columns.ts';
import type { Queryable } from '../db/database.ts';

/** What stands in the asset's own row. */
type OwnState = Omit<AssetState, 'topics' | 'sessions' | 'events' | 'gift'>;

/** Columns that people write, with their types. */
const columns = { ...assetColumns, status: 'text', point_privacy: 'text' } satisfies Record<keyof OwnState, string>;

const names = Object.keys(columns);
const typed = Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

export interface AssetStateRow {
  id: string;
  slug: string;
  version: number;
  own: OwnState;
  topics: string[];
  gift: AssetState['gift'];
}

export async function assetStateRow(db: Queryable, id: string): Promise<AssetStateRow | undefined> {
  const [row] = await db.query<AssetStateRow>(
    'asset-state',
    `select a.id, a.slug, a.version, jsonb_build_object(${names.map((name) => `'${name}', a.${name}`).join(', ')}) as own,
       array(select t.topic from asset_topics t where t.asset_id = a.id order by t.topic) as topics,
       (select to_jsonb(g) - 'asset_id' from gifts g where g.asset_id = a.id) as gift
     from assets a where a.id = $1::uuid`,
    [id],
  );
  return row;
}

/** Until the commit nobody else changes it. */
export const holdAsset = (tx: Queryable, id: string) =>
  tx.query('hold-asset-to-save', 'select from assets where id = $1::uuid for no key update', [id]);

export const insertAssetRow = (tx: Queryable, { id, slug }: { id: string; slug: string }, state: AssetState, now: Date) =>
  tx.query(
    'insert-asset',
    `insert into assets (id, slug, ${names.join(', ')}, created_at, updated_at)
     select $1::uuid, $2::text, ${names.map((name) => `r.${name}`).join(', ')}, $4::timestamptz, $4::timestamptz
     from jsonb_to_record($3::jsonb) as r(${typed})`,
    [id, slug, JSON.stringify(state), now],
  );

export const updateAssetRow = (tx: Queryable, id: string, state: AssetState, now: Date) =>
  tx.query(
    'update-asset',
    `update assets a set ${names.map((name) => `${name} = r.${name}`).join(', ')}, version = a.version + 1, updated_at = $3::timestamptz
     from jsonb_to_record($2::jsonb) as r(${typed}) where a.id = $1::uuid`,
    [id, JSON.stringify(state), now],
  );

export const replaceTopics = async (tx: Queryable, id: string, topics: string[]) => {
  await tx.query('remove-other-topics', 'delete from asset_topics where asset_id = $1::uuid and topic <> all($2::text[])', [id, topics]);
  await tx.query(
    'add-topics',
    'insert into asset_topics (asset_id, topic) select $1::uuid, topic from unnest($2::text[]) as topic on conflict do nothing',
    [id, topics],
  );
};

export const replaceGift = async (tx: Queryable, id: string, gift: AssetState['gift']) => {
  if (gift === null) return tx.query('remove-gift', 'delete from gifts where asset_id = $1::uuid', [id]);
  return tx.query(
    'put-gift',
    `insert into gifts (asset_id, relay_contact, introduced_by, consented_on, expires_on)
     select $1::uuid, r.relay_contact, r.introduced_by, r.consented_on, r.expires_on
     from jsonb_to_record($2::jsonb) as r(relay_contact text, introduced_by uuid, consented_on date, expires_on date)
     on conflict (asset_id) do update set relay_contact = excluded.relay_contact, introduced_by = excluded.introduced_by,
       consented_on = excluded.consented_on, expires_on = excluded.expires_on`,
    [id, JSON.stringify(gift)],
  );
};

/** Those of the short names that assets have; held until the commit, so that two who save at once are named one after the other. */
export async function takenAssetSlugs(tx: Queryable, slugs: string[]): Promise<Set<string>> {
  await tx.query('hold-asset-names', `select pg_advisory_xact_lock(hashtextextended('asset name ' || $1::text, 0))`, [slugs[0] ?? '']);
  const rows = await tx.query<{ slug: string }>('taken-asset-slugs', 'select slug from assets where slug = any($1::text[])', [slugs]);
  return new Set(rows.map(({ slug }) => slug));
}

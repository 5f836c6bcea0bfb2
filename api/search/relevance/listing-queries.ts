import type { Queryable } from '../../db/database.ts';

/** The topics of everything that is shown, by slug. */
export async function listTopicsBySlug(db: Queryable): Promise<Map<string, string[]>> {
  const rows = await db.query<{ slug: string; topics: string[] }>(
    'relevance-topics',
    `select document ->> 'slug' as slug, topics from asset_search where tier = 0`,
  );
  return new Map(rows.map(({ slug, topics }) => [slug, topics]));
}

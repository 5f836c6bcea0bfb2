import type { AssetQuery } from '../contract/asset-query.ts';
import type { Queryable } from '../db/database.ts';
import { badRequest, TopicJoined } from '../errors.ts';
import { topicsJoined, unknownAreas, unknownTopics } from './vocabulary-queries.ts';

/** Throws topic-joined where one of these topics went into another. */
export async function leadOnTopics(db: Queryable, slugs: string[]): Promise<void> {
  const joined = slugs.length > 0 ? await topicsJoined(db, slugs) : [];
  if (joined.length > 0) throw new TopicJoined(Object.fromEntries(joined.map(({ slug, into_slug }) => [slug, into_slug])));
}

/** Throws topic-joined, and bad-request for an area or a topic that is not here: a typing mistake should not look like an empty neighbourhood. */
export async function checkVocabulary(db: Queryable, { area, topic }: Pick<AssetQuery, 'area' | 'topic'>): Promise<void> {
  const [areas, topics] = await Promise.all([
    area.length > 0 ? unknownAreas(db, area) : [],
    topic.length > 0 ? unknownTopics(db, topic) : [],
  ]);
  await leadOnTopics(
    db,
    topics.map(({ slug }) => slug),
  );
  const errors = [
    ...areas.map(({ slug }) => ({ field: 'area', detail: `there is no area “${slug}”; /api/v1/areas lists them` })),
    ...topics.map(({ slug }) => ({ field: 'topic', detail: `there is no topic “${slug}”; /api/v1/topics lists them` })),
  ];
  if (errors.length > 0) throw badRequest(errors);
}

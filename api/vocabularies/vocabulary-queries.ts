import type { Kind, Topic, TopicWords } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

export const topicsWithCounts = (db: Queryable) =>
  db.query<Topic>(
    'topics-with-counts',
    `select t.slug, t.label, t.label_cy, t.wish, t.wish_cy, coalesce(c.assets, 0) as assets
    from topics t left join (
      select topic, count(*)::int as assets from asset_search s cross join unnest(s.topics) topic where s.tier = 0 group by topic
    ) c on c.topic = t.slug
    order by t.position, t.slug`,
  );

export const topicWords = (db: Queryable) =>
  db.query<TopicWords>('topic-words', 'select slug, label, label_cy, wish, wish_cy from topics order by position, slug');

export const allKinds = (db: Queryable) =>
  db.query<Kind>('all-kinds', 'select slug, label, label_plural, label_cy, label_plural_cy, letter from kinds order by position, slug');

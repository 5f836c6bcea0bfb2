import type { Queryable } from '../db/database.ts';

export const unknownAreas = (db: Queryable, slugs: string[]) =>
  db.query<{ slug: string }>(
    'unknown-areas',
    'select slug from unnest($1::text[]) slug where not exists (select 1 from areas a where a.slug = slug.slug)',
    [slugs],
  );

export const unknownTopics = (db: Queryable, slugs: string[]) =>
  db.query<{ slug: string }>(
    'unknown-topics',
    'select slug from unnest($1::text[]) slug where not exists (select 1 from topics t where t.slug = slug.slug)',
    [slugs],
  );

/** Those of the topics that went into another one. */
export const topicsJoined = (db: Queryable, slugs: string[]) =>
  db.query<{ slug: string; into_slug: string }>('topics-joined', 'select slug, into_slug from joined_topics where slug = any($1::text[])', [
    slugs,
  ]);

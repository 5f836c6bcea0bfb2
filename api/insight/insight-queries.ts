import type { Queryable } from '../db/database.ts';
import { lapsedFrom, notExpiredAt, olderThan, youngerThan } from '../search/not-lapsed.ts';

export interface InsightAreaRow {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  population: number | null;
}

export const insightAreas = (db: Queryable) =>
  db.query<InsightAreaRow>(
    'insight-areas',
    `select a.id, a.slug, a.name, a.name_cy, v.population from areas a join area_versions v on v.area_id = a.id and v.ends_on is null order by a.name`,
  );

export interface CoverageRow {
  of: 'kind' | 'topic';
  slug: string;
  label: string;
  label_cy: string | null;
  count: number;
}

/** Public assets of some areas (slugs), of every kind and of every topic: both from one reading of an index, of which few sorts are left to count. */
export const coverageOf = (db: Queryable, areas: string[]) =>
  db.query<CoverageRow>(
    'coverage',
    // An asset lies in one area, and what is joined is counted well ahead: the planner takes an overlap for rare, and sorts instead of hashing.
    `with sorts as materialized (
       select s.kind, s.topics, count(*) as count
       from asset_search s join unnest($1::text[]) area on s.areas = array[area] where s.tier = 0 group by s.kind, s.topics
     )
     select 'kind' as of, k.slug, k.label_plural as label, k.label_plural_cy as label_cy, coalesce(c.count, 0)::int as count, k.position
     from kinds k left join (select kind, sum(count) as count from sorts group by kind) c on c.kind = k.slug
     union all
     select 'topic', t.slug, t.label, t.label_cy, coalesce(c.count, 0)::int, t.position
     from topics t left join (
       select topic, sum(count) as count from sorts cross join unnest(topics) topic group by topic
     ) c on c.topic = t.slug
     order by position, slug`,
    [areas],
  );

export interface ViewedRow {
  slug: string;
  name: string;
  name_cy: string | null;
  views: number;
}

const at = '$2::timestamptz';

/** Stale, still on the list, and opened `least` times or more in the last 30 days. */
export const viewedButStale = (db: Queryable, { areas, now, least }: { areas: string[]; now: Date; least: number }) =>
  db.query<ViewedRow>(
    'viewed-but-stale',
    `select a.slug, a.name, a.name_cy, first.views
     from (
       select a.id, a.slug, v.views
       from kinds k join assets a on a.kind = k.slug join areas r on r.id = a.area_id join recent_views v on v.asset_id = a.id
       where a.status = 'published' and r.slug = any($1::text[]) and v.views >= $3::int and ${notExpiredAt(at)}
         and (a.last_checked_at is null or (${olderThan(at, 2)} and ${youngerThan(at, lapsedFrom)}))
       order by v.views desc, a.slug limit 10
     ) first join assets a on a.id = first.id
     order by first.views desc, a.slug`,
    [areas, now, least],
  );

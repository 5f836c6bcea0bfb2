import type { Queryable } from '../db/database.ts';
import { halfLivesAt } from '../search/not-lapsed.ts';

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
  slug: string;
  label: string;
  label_cy: string | null;
  count: number;
}

/** Public assets of some areas (slugs), of every kind. */
export const coverageByKind = (db: Queryable, areas: string[]) =>
  db.query<CoverageRow>(
    'coverage-by-kind',
    `select k.slug, k.label_plural as label, k.label_plural_cy as label_cy, coalesce(c.count, 0) as count
     from kinds k left join (
       select kind, count(*)::int as count from asset_search s where s.tier = 0 and s.areas && $1::text[] group by kind
     ) c on c.kind = k.slug
     order by k.position, k.slug`,
    [areas],
  );

export const coverageByTopic = (db: Queryable, areas: string[]) =>
  db.query<CoverageRow>(
    'coverage-by-topic',
    `select t.slug, t.label, t.label_cy, coalesce(c.count, 0) as count
     from topics t left join (
       select topic, count(*)::int as count from asset_search s cross join unnest(s.topics) topic where s.tier = 0 and s.areas && $1::text[] group by topic
     ) c on c.topic = t.slug
     order by t.position, t.slug`,
    [areas],
  );

export interface ViewedRow {
  slug: string;
  name: string;
  name_cy: string | null;
  views: number;
}

/** Stale, still on the list, and opened `least` times or more since a day (YYYY-MM-DD). */
export const viewedButStale = (db: Queryable, { areas, now, since, least }: { areas: string[]; now: Date; since: string; least: number }) =>
  db.query<ViewedRow>(
    'viewed-but-stale',
    `select a.slug, a.name, a.name_cy, sum(v.views)::int as views
     from asset_views v
     join assets a on a.id = v.asset_id
     join asset_search s on s.asset_id = a.id and s.areas && $1::text[]
     join kinds k on k.slug = a.kind
     where v.day >= $3::date and (a.last_checked_at is null or ${halfLivesAt('$2')} >= 2)
     group by a.id having sum(v.views) >= $4::int
     order by views desc, a.name limit 10`,
    [areas, now, since, least],
  );

import type { Queryable } from '../db/database.ts';
import { halfLivesAt, lapsedFrom } from '../search/not-lapsed.ts';

export interface QualityRow {
  /** Null: in no area. */
  slug: string | null;
  name: string | null;
  name_cy: string | null;
  fresh: number;
  ageing: number;
  stale: number;
  lapsed: number;
  /** Checked since `$2`. */
  checked: number;
  by_group: number;
  by_coordinator: number;
  by_resident: number;
  /** Asked about since `$2`, and answered. */
  asked: number;
  answered: number;
}

/** Every area, and what lies in none where there is any: assets that are on the list, or would be had they not lapsed. `$1` is now. */
export const qualityByArea = (db: Queryable, now: Date, since: Date) =>
  db.query<QualityRow>(
    'quality-by-area',
    `with known as (
       select a.id, a.area_id, a.last_checked_by, a.last_checked_at, ${halfLivesAt('$1')} as age
       from assets a join kinds k on k.slug = a.kind left join gifts g on g.asset_id = a.id
       where a.status = 'published' and (g.expires_on is null or g.expires_on >= ($1::timestamptz at time zone 'Europe/London')::date)
     ), counted as (
       select area_id,
         (count(*) filter (where age < 1))::int as fresh,
         (count(*) filter (where age >= 1 and age < 2))::int as ageing,
         (count(*) filter (where age is null or (age >= 2 and age < ${lapsedFrom})))::int as stale,
         (count(*) filter (where age >= ${lapsedFrom}))::int as lapsed,
         (count(*) filter (where last_checked_at >= $2::timestamptz))::int as checked,
         (count(*) filter (where last_checked_at >= $2::timestamptz and last_checked_by = 'group'))::int as by_group,
         (count(*) filter (where last_checked_at >= $2::timestamptz and last_checked_by in ('coordinator', 'builder')))::int as by_coordinator,
         (count(*) filter (where last_checked_at >= $2::timestamptz and last_checked_by = 'resident'))::int as by_resident
       from known group by area_id
     ), letters as (
       select a.area_id, count(*)::int as asked, count(answered)::int as answered
       from (
         select asset_id, max(answered_at) as answered from confirm_requests where made_at >= $2::timestamptz group by asset_id
       ) r join assets a on a.id = r.asset_id group by a.area_id
     )
     select r.slug, r.name, r.name_cy,
       coalesce(c.fresh, 0) as fresh, coalesce(c.ageing, 0) as ageing, coalesce(c.stale, 0) as stale, coalesce(c.lapsed, 0) as lapsed,
       coalesce(c.checked, 0) as checked, coalesce(c.by_group, 0) as by_group, coalesce(c.by_coordinator, 0) as by_coordinator,
       coalesce(c.by_resident, 0) as by_resident, coalesce(l.asked, 0) as asked, coalesce(l.answered, 0) as answered
     from (
       select id, slug, name, name_cy from areas where exists (select from area_versions v where v.area_id = areas.id and v.ends_on is null)
       union all select null, null, null, null where exists (select from counted where area_id is null)
     ) r
     left join counted c on c.area_id is not distinct from r.id
     left join letters l on l.area_id is not distinct from r.id
     order by r.name nulls last`,
    [now, since],
  );

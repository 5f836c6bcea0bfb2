import type { Queryable } from '../db/database.ts';
import { lapsedFrom, notExpiredAt, olderThan } from '../search/not-lapsed.ts';

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

const at = '$1::timestamptz';

/** Every area, and what lies in none where there is any: assets that are on the list, or would be had they not lapsed. `$1` is now. */
export const qualityByArea = (db: Queryable, now: Date, since: Date) =>
  db.query<QualityRow>(
    'quality-by-area',
    `with known as (
       select a.area_id, a.last_checked_by as by, a.last_checked_at >= $2::timestamptz as lately,
         case when ${olderThan(at, lapsedFrom)} then 'lapsed' when a.last_checked_at is null or ${olderThan(at, 2)} then 'stale'
           when ${olderThan(at, 1)} then 'ageing' else 'fresh' end as state
       from assets a join kinds k on k.slug = a.kind
       where a.status = 'published' and ${notExpiredAt(at)}
     ), alike as (
       select area_id, by, lately, state, count(*)::int as count from known group by area_id, by, lately, state
     ), counted as (
       select area_id,
         (sum(count) filter (where state = 'fresh'))::int as fresh,
         (sum(count) filter (where state = 'ageing'))::int as ageing,
         (sum(count) filter (where state = 'stale'))::int as stale,
         (sum(count) filter (where state = 'lapsed'))::int as lapsed,
         (sum(count) filter (where lately))::int as checked,
         (sum(count) filter (where lately and by = 'group'))::int as by_group,
         (sum(count) filter (where lately and by in ('coordinator', 'builder')))::int as by_coordinator,
         (sum(count) filter (where lately and by = 'resident'))::int as by_resident
       from alike group by area_id
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

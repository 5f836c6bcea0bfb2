import type { UncheckedReason } from '../contract/unchecked.ts';
import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { bouncedAt } from '../mail/contact-of.ts';
import { halfLivesAt, lapsedFrom, notExpiredAt, olderThan } from '../search/not-lapsed.ts';

export interface UncheckedRow {
  id: string;
  slug: string;
  kind: string;
  name: string;
  name_cy: string | null;
  area_name: string | null;
  area_name_cy: string | null;
  reason: UncheckedReason;
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  half_life_days: number;
  asked: number;
  contact_name: string | null;
  contact_phone: string | null;
  area_id: string | null;
  /** Somebody's gift or home. */
  is_private: boolean;
  /** Of all that want a check. */
  total: number;
}

const at = '$1::timestamptz';

/**
 * What wants a check in some areas (null: everywhere, and what lies in none), what does most harm first: wrong and seen before wrong and unseen.
 * A letter counts as unanswered after two weeks. Rows are narrow until those that are shown are known.
 */
export const uncheckedAssets = (db: Queryable, { now, areaIds, limit }: { now: Date; areaIds: string[] | null; limit: number }) =>
  db.query<UncheckedRow>(
    'unchecked-assets',
    `with bounced as materialized (${bouncedAt('$1')}), unanswered as materialized (
       select asset_id, max(made_at) as made_at from confirm_requests where answer is null and made_at < ${at} - interval '14 days' group by asset_id
     ), due as materialized (
       select a.id, a.slug, k.half_life_days, coalesce(v.views, 0) as views, ${halfLivesAt('$1')} as age,
         case when a.id in (select id from bounced) then 1
           when ${olderThan(at, lapsedFrom)} then 3
           when a.last_checked_at is null or ${olderThan(at, 2)} then 2
           when q.made_at > a.last_checked_at then 4 else 5 end as harm
       from assets a join kinds k on k.slug = a.kind left join unanswered q on q.asset_id = a.id left join recent_views v on v.asset_id = a.id
       where a.status = 'published' and ${notExpiredAt(at)} and ($2::uuid[] is null or a.area_id = any($2::uuid[]))
         and (a.last_checked_at is null or ${olderThan(at, 1)} or a.id in (select id from bounced))
     ), first as (
       select * from due order by harm, views desc, age desc nulls last, slug limit $3::int
     )
     select f.id, f.slug, a.kind, a.name, a.name_cy, a.area_id, (a.kind = 'people' or a.point_privacy = 'private') as is_private, r.name as area_name, r.name_cy as area_name_cy, a.last_checked_at, a.last_checked_by,
       (array['bounced', 'stale', 'lapsed', 'unanswered', 'ageing'])[f.harm] as reason,
       f.half_life_days, a.contact_name, a.contact_phone, (select count(*)::int from due) as total,
       (select count(distinct q.letter_id)::int from confirm_requests q where q.asset_id = f.id and q.made_at > a.last_checked_at) as asked
     from first f join assets a on a.id = f.id left join areas r on r.id = a.area_id
     order by f.harm, f.views desc, f.age desc nulls last, f.slug`,
    [now, areaIds, limit],
  );

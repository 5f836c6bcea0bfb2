import type { UncheckedReason } from '../contract/unchecked.ts';
import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { contactAt, hashOf } from '../mail/contact-of.ts';
import { halfLivesAt, lapsedFrom } from '../search/not-lapsed.ts';

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
  /** Of all that want a check. */
  total: number;
}

/**
 * What wants a check in some areas (null: everywhere, and what lies in none), what does most harm first: wrong and seen before wrong and unseen.
 * A letter counts as unanswered after two weeks.
 */
export const uncheckedAssets = (db: Queryable, { now, areaIds, limit }: { now: Date; areaIds: string[] | null; limit: number }) =>
  db.query<UncheckedRow>(
    'unchecked-assets',
    `with aged as (
       select a.id, a.slug, a.kind, a.name, a.name_cy, a.area_id, a.last_checked_at, a.last_checked_by, a.contact_name, a.contact_phone,
         k.half_life_days, ${halfLivesAt('$1')} as age, ${contactAt('$1')} as contact
       from assets a join kinds k on k.slug = a.kind left join gifts g on g.asset_id = a.id
       where a.status = 'published' and (g.expires_on is null or g.expires_on >= ($1::timestamptz at time zone 'Europe/London')::date)
         and ($2::uuid[] is null or a.area_id = any($2::uuid[]))
     ), due as materialized (
       select *,
         case when ${hashOf('contact')} in (select contact_hash from bounced_contacts) then 'bounced'
           when age >= ${lapsedFrom} then 'lapsed'
           when age is null or age >= 2 then 'stale'
           when age >= 1 and exists (
             select from confirm_requests r where r.asset_id = aged.id and r.made_at > aged.last_checked_at
               and r.made_at < $1::timestamptz - interval '14 days' and r.answer is null
           ) then 'unanswered'
           when age >= 1 then 'ageing' end as reason
       from aged where age is null or age >= 1 or (contact is not null and ${hashOf('contact')} in (select contact_hash from bounced_contacts))
     ), first as (
       select d.*, row_number() over (
           order by array_position(array['bounced', 'stale', 'lapsed', 'unanswered', 'ageing'], d.reason), coalesce(v.views, 0) desc, d.age desc nulls last, d.slug
         ) as place, (count(*) over ())::int as total
       from due d
       left join (
         select asset_id, sum(views) as views from asset_views where day > ($1::timestamptz - interval '30 days')::date group by asset_id
       ) v on v.asset_id = d.id
       where d.reason is not null
       order by place limit $3::int
     )
     select f.id, f.slug, f.kind, f.name, f.name_cy, r.name as area_name, r.name_cy as area_name_cy, f.reason, f.last_checked_at, f.last_checked_by,
       f.half_life_days, f.contact_name, f.contact_phone, f.total,
       (select count(distinct q.letter_id)::int from confirm_requests q where q.asset_id = f.id and q.made_at > f.last_checked_at) as asked
     from first f left join areas r on r.id = f.area_id
     order by f.place`,
    [now, areaIds, limit],
  );

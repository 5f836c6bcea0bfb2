import type { LookAlike } from '../contract/look-alike.ts';
import type { Queryable } from '../db/database.ts';
import { contactAt, hashOf } from '../mail/contact-of.ts';
import { halfLivesAt, lapsedFrom } from '../search/not-lapsed.ts';
import { inPatch, type Listed, listed, seenOften, today } from './listed.ts';
import { assetColumns } from './said-queries.ts';

/** How soon something must leave the list, or end, to stand among what needs somebody. */
const lapsingDays = 14;
const endingDays = 21;

/** What our letters come back from, what leaves the list within two weeks, and what nobody answered for two weeks. */
export const uncheckedItems = (db: Queryable, asked: Listed) =>
  listed<{ on: string | null }>(
    db,
    'unchecked',
    `select 'check:' || a.id as key, ${assetColumns}, d.reason, ${seenOften} as weight,
       case when d.reason = 'lapsing' then ${today} + ceil((${lapsedFrom} - d.age) * d.half_life_days)::int end as on
     from (
       select a.id, a.age, a.half_life_days,
         case when ${hashOf('a.contact')} in (select contact_hash from bounced_contacts) then 'bounced'
           when a.age >= ${lapsedFrom} - ${lapsingDays}.0 / a.half_life_days then 'lapsing'
           when a.age >= 1 and exists (
             select from confirm_requests q where q.asset_id = a.id and q.made_at > a.last_checked_at
               and q.made_at < $2::timestamptz - interval '14 days' and q.answer is null
           ) then 'unanswered' end as reason
       from (
         select a.id, a.last_checked_at, k.half_life_days, ${halfLivesAt('$2')} as age, ${contactAt('$2')} as contact
         from assets a join kinds k on k.slug = a.kind left join gifts g on g.asset_id = a.id
         where a.status = 'published' and (g.expires_on is null or g.expires_on >= ${today}) and ${inPatch}
       ) a
       where (a.age >= 1 and a.age < ${lapsedFrom}) or a.age >= ${lapsedFrom} - ${lapsingDays}.0 / a.half_life_days and a.age < ${lapsedFrom}
         or ((a.age is null or a.age < ${lapsedFrom}) and a.contact is not null and ${hashOf('a.contact')} in (select contact_hash from bounced_contacts))
     ) d join assets a on a.id = d.id left join areas r on r.id = a.area_id
     where d.reason is not null`,
    asked,
  );

/** What has no date after the next three weeks. */
export const endingItems = (db: Queryable, asked: Listed) =>
  listed<{ on: string }>(
    db,
    'ending',
    `select 'ending:' || a.id as key, 'ending' as reason, ${assetColumns}, ${seenOften} as weight, e.last_day as on
     from (
       select asset_id, max(ends_on) as last_day from sessions
       where asset_id is not null and ends_on between ${today} and ${today} + ${endingDays} group by asset_id
     ) e join assets a on a.id = e.asset_id left join areas r on r.id = a.area_id
     where a.status = 'published' and ${inPatch}
       and not exists (select from sessions s where s.asset_id = a.id and (s.ends_on is null or s.ends_on > ${today} + ${endingDays}))`,
    asked,
  );

/** What nobody finds by place, because nobody said where it is. */
export const nowhereItems = (db: Queryable, asked: Listed) =>
  listed<object>(
    db,
    'nowhere',
    `select 'nowhere:' || a.id as key, 'nowhere' as reason, ${assetColumns}, ${seenOften} as weight
     from assets a left join venues v on v.id = a.venue_id left join areas r on r.id = a.area_id
     where a.status = 'published' and a.kind <> 'people' and a.point_privacy = 'public' and a.lat is null and v.lat is null and ${inPatch}`,
    asked,
  );

export interface AlikeRow {
  other_id: string;
  other_slug: string;
  other_name: string;
  other_name_cy: string | null;
  likenesses: LookAlike['likenesses'];
}

/** Less like ones stand on their own page alone: here each takes somebody's minute. */
const leastLike = 85;

/** What may be here twice, the likest first, where both are theirs to make one. */
export const alikeItems = (db: Queryable, asked: Listed) =>
  listed<AlikeRow>(
    db,
    'alike',
    `select 'alike:' || l.one || ':' || l.other as key, 'alike' as reason, ${assetColumns}, l.score::int as weight, l.likenesses,
       b.id as other_id, b.slug as other_slug, b.name as other_name, b.name_cy as other_name_cy
     from look_alikes l join assets a on a.id = l.one join assets b on b.id = l.other left join areas r on r.id = a.area_id
     where l.score >= ${leastLike} and exists (select from asset_search s where s.asset_id = l.one) and exists (select from asset_search s where s.asset_id = l.other)
       and not exists (select from not_same n where n.one = l.one and n.other = l.other) and ${inPatch} and ${inPatch.replaceAll('a.', 'b.')}`,
    asked,
  );

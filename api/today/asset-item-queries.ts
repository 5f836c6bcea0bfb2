import type { LookAlike } from '../contract/look-alike.ts';
import type { Queryable } from '../db/database.ts';
import { bouncedAt } from '../mail/contact-of.ts';
import { halfLivesAt, lapsedFrom, notExpiredAt, notLapsedAt, olderThan, youngerThan } from '../search/not-lapsed.ts';
import { inPatch, type Listed, listed, seenOften, today } from './listed.ts';
import { assetColumns, assetOf } from './said-queries.ts';

/** How soon something must leave the list, or end, to stand among what needs somebody. */
const lapsingDays = 14;
const endingDays = 21;
const now = '$2::timestamptz';

/** What our letters come back from, what leaves the list within two weeks, and what nobody answered for two weeks. */
export const uncheckedItems = (db: Queryable, asked: Listed) =>
  listed<{ on: string | null }>(
    db,
    'unchecked',
    {
      found: `select 'check:' || a.id as key, a.id, a.reason, ${seenOften} as weight
        from (
          select id, (array['bounced', 'lapsing', 'unanswered'])[min(harm)] as reason from (
            select a.id, 1 as harm from (${bouncedAt('$2')}) b join assets a on a.id = b.id join kinds k on k.slug = a.kind
            where a.status = 'published' and ${notLapsedAt('$2')} and ${inPatch(asked)}
            union all
            select a.id, 2 from kinds k join assets a on a.kind = k.slug
            where a.status = 'published' and ${youngerThan(now, lapsedFrom)} and ${olderThan(`(${now} + interval '${lapsingDays} days')`, lapsedFrom)}
              and ${inPatch(asked)}
            union all
            select a.id, 3
            from (select asset_id, max(made_at) as made_at from confirm_requests where answer is null and made_at < ${now} - interval '14 days' group by asset_id) q
            join assets a on a.id = q.asset_id and q.made_at > a.last_checked_at join kinds k on k.slug = a.kind
            where a.status = 'published' and ${olderThan(now, 1)} and ${youngerThan(now, lapsedFrom)} and ${inPatch(asked)}
          ) why group by id
        ) a where ${notExpiredAt(now)}`,
      shown: {
        columns: `${assetColumns}, case when t.reason = 'lapsing' then ${today} + ceil((${lapsedFrom} - ${halfLivesAt('$2')}) * k.half_life_days)::int end as on`,
        joins: `${assetOf('t.id')} join kinds k on k.slug = a.kind`,
      },
    },
    asked,
  );

/** What has no date after the next three weeks. */
export const endingItems = (db: Queryable, asked: Listed) =>
  listed<{ on: string }>(
    db,
    'ending',
    {
      found: `select 'ending:' || a.id as key, 'ending' as reason, a.id, ${seenOften} as weight, e.last_day as on
        from (
          select asset_id, max(ends_on) as last_day from sessions
          where asset_id is not null and ends_on between ${today} and ${today} + ${endingDays} group by asset_id
        ) e join assets a on a.id = e.asset_id
        where a.status = 'published' and ${inPatch(asked)}
          and not exists (select from sessions s where s.asset_id = a.id and (s.ends_on is null or s.ends_on > ${today} + ${endingDays}))`,
      shown: { columns: assetColumns, joins: assetOf('t.id') },
    },
    asked,
  );

/** What nobody finds by place, because nobody said where it is. */
export const nowhereItems = (db: Queryable, asked: Listed) =>
  listed<object>(
    db,
    'nowhere',
    {
      found: `select 'nowhere:' || a.id as key, 'nowhere' as reason, a.id, ${seenOften} as weight
        from assets a left join venues v on v.id = a.venue_id
        where a.status = 'published' and a.kind <> 'people' and a.point_privacy = 'public' and a.lat is null and v.lat is null and ${inPatch(asked)}`,
      shown: { columns: assetColumns, joins: assetOf('t.id') },
    },
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
    {
      found: `select 'alike:' || l.one || ':' || l.other as key, 'alike' as reason, l.one, l.other, l.score::int as weight, l.likenesses
        from look_alikes l
        where l.score >= ${leastLike} and not exists (select from not_same n where n.one = l.one and n.other = l.other)
          and ${['l.one', 'l.other'].map((id) => `exists (select from asset_search s join assets a on a.id = s.asset_id where s.asset_id = ${id} and ${inPatch(asked)})`).join(' and ')}`,
      shown: {
        columns: `${assetColumns}, b.id as other_id, b.slug as other_slug, b.name as other_name, b.name_cy as other_name_cy`,
        joins: `${assetOf('t.one')} join assets b on b.id = t.other`,
      },
    },
    asked,
  );

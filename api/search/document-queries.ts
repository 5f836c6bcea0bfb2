import type { Queryable } from '../db/database.ts';
import type { AssetRow, SignpostRow } from './asset-document.ts';
import { notLapsedAt } from './not-lapsed.ts';

/** Nothing lapsed, and a gift only while consent holds. `$1` is now. */
const publicAssets = `
  from assets a
  join kinds k on k.slug = a.kind
  left join gifts g on g.asset_id = a.id
  where a.status = 'published'
    and ${notLapsedAt('$1')}
    and (g.expires_on is null or g.expires_on >= ($1::timestamptz at time zone 'Europe/London')::date)`;

/** Those of the assets that are public, with all that is searchable of them. */
export async function loadPublicAssets(db: Queryable, now: Date, ids: string[]): Promise<AssetRow[]> {
  return db.query<AssetRow>(
    'search-load-public-assets',
    `with chosen as (
       select a.*, k.label, k.label_plural, k.label_cy, k.label_plural_cy, k.half_life_days ${publicAssets} and a.id = any($2::uuid[])
     ), topic as (
       select t.asset_id, array_agg(t.topic order by t.topic) as slugs, string_agg(concat_ws(' . ', v.label, v.wish, v.label_cy, v.wish_cy), ' . ') as words
       from asset_topics t join topics v on v.slug = t.topic where t.asset_id = any($2::uuid[]) group by t.asset_id
     ), coming as (
       select asset_id, min(starts_at) as next_at, array_agg(distinct local_date || '|' || weekday || '|' || day_part) as dates
       from occurrences where asset_id = any($2::uuid[]) and status <> 'cancelled' and ends_at > $1::timestamptz group by asset_id
     ), held as (
       select asset_id, bool_or(rule is null and (ends_on is null or ends_on >= ($1::timestamptz at time zone 'Europe/London')::date)
         and not coalesce(paused_from <= ($1::timestamptz at time zone 'Europe/London')::date
           and (paused_until is null or paused_until >= ($1::timestamptz at time zone 'Europe/London')::date), false)) as without_rule
       from sessions where asset_id = any($2::uuid[]) group by asset_id
     ), event as (
       select asset_id, string_agg(concat_ws(' . ', name, name_cy, summary, summary_cy), ' . ') as words
       from events where asset_id = any($2::uuid[]) and not cancelled and starts_on >= ($1::timestamptz at time zone 'Europe/London')::date group by asset_id
     )
     select c.id, c.slug, c.kind, c.name, c.name_cy, c.summary, c.summary_cy, c.description, c.description_cy, c.point_privacy, c.cost_type,
       c.just_turn_up, c.bring_someone,
       c.how_to_join, c.what_happens, c.feel, c.run_by, c.languages, c.last_checked_at, c.last_checked_by,
       c.half_life_days,
       array(select distinct feature from unnest(c.access || coalesce(v.access, '{}')) feature order by feature) as access,
       concat_ws(' . ', c.label, c.label_plural, c.label_cy, c.label_plural_cy) as kind_words,
       coalesce(topic.slugs, '{}') as topics, topic.words as topic_words,
       case when r.slug is null then '{}' else array[r.slug] end as areas, concat_ws(' . ', r.name, r.name_cy) as area_names,
       coalesce(c.lat, v.lat) as lat, coalesce(c.lng, v.lng) as lng,
       concat_ws(' . ', v.name, v.name_cy) as venue_name, concat_ws(' . ', v.address, v.postcode) as venue_address,
       event.words as event_words, coming.next_at, coalesce(coming.dates, '{}') as coming,
       coalesce(held.without_rule, c.kind = 'place') as no_fixed_times
     from chosen c
     left join venues v on v.id = c.venue_id
     left join areas r on r.id = c.area_id
     left join topic on topic.asset_id = c.id
     left join coming on coming.asset_id = c.id
     left join held on held.asset_id = c.id
     left join event on event.asset_id = c.id
     order by c.id`,
    [now, ids],
  );
}

export async function loadPublicSignposts(db: Queryable, ids: string[]): Promise<SignpostRow[]> {
  return db.query<SignpostRow>(
    'search-load-public-signposts',
    `select s.id, s.slug, s.name, s.name_cy, s.summary, s.summary_cy, s.crisis, s.topics, s.languages, s.access, s.lat, s.lng,
       (select string_agg(concat_ws(' . ', t.label, t.wish, t.label_cy, t.wish_cy), ' . ') from topics t where t.slug = any(s.topics)) as topic_words,
       array(select r.slug from areas r where s.area_ids = '{}' or r.id = any(s.area_ids) order by r.slug) as areas,
       (select string_agg(concat_ws(' . ', r.name, r.name_cy), ' . ') from areas r where r.id = any(s.area_ids)) as area_names
     from signposts s where s.status = 'published' and s.id = any($1::uuid[]) order by s.id`,
    [ids],
  );
}

/** Ids after `after` in rising order, public or not, at most `limit`; null to begin. */
export async function listAssetIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-list-asset-ids',
    `select id from assets where $1::uuid is null or id > $1::uuid order by id limit $2::int`,
    [after, limit],
  );
  return rows.map((row) => row.id);
}

export async function listSignpostIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-list-signpost-ids',
    `select id from signposts where $1::uuid is null or id > $1::uuid order by id limit $2::int`,
    [after, limit],
  );
  return rows.map((row) => row.id);
}

/** Holds these rows still, so that a rebuild never overwrites what an edit is just changing. */
export async function holdAssets(db: Queryable, ids: string[]): Promise<void> {
  await db.query('search-hold-assets', `select id from assets where id = any($1::uuid[]) order by id for share`, [ids]);
}

/** The same for those that nobody is just changing; answers which. */
export async function holdAssetsAtHand(db: Queryable, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-hold-assets-at-hand',
    `select id from assets where id = any($1::uuid[]) order by id for share skip locked`,
    [ids],
  );
  return rows.map((row) => row.id);
}

export async function assetsStanding(db: Queryable, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>('search-assets-standing', `select id from assets where id = any($1::uuid[])`, [ids]);
  return rows.map((row) => row.id);
}

export async function holdSignposts(db: Queryable, ids: string[]): Promise<void> {
  await db.query('search-hold-signposts', `select id from signposts where id = any($1::uuid[]) order by id for share`, [ids]);
}

/** Assets that time has overtaken: their next date is over, or is no longer on; or they have lapsed, and no longer belong to what is public. */
export async function listAssetsOvertaken(db: Queryable, now: Date, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-list-assets-overtaken',
    `(select s.asset_id as id from asset_search s join assets a on a.id = s.asset_id join kinds k on k.slug = a.kind
     where not ${notLapsedAt('$1')} limit $2::int)
     union
     (select s.asset_id as id from asset_search s
     where s.tier = 0 and s.next_at < $1::timestamptz and not exists (
       select from occurrences o
       where o.asset_id = s.asset_id and o.starts_at = s.next_at and o.ends_at > $1::timestamptz and o.status <> 'cancelled')
     order by s.next_at limit $2::int)
     limit $2::int`,
    [now, limit],
  );
  return rows.map((row) => row.id);
}

/** Rows of what is there no more. */
export async function deleteOrphans(db: Queryable): Promise<void> {
  await db.query(
    'search-delete-orphans',
    `with gone as (
       delete from asset_search r
       where case when r.tier = 0 then not exists (select from assets a where a.id = substr(r.id, 7)::uuid)
         else not exists (select from signposts s where s.id = substr(r.id, 10)::uuid) end
       returning id
     ), noted as (
       insert into asset_search_changes (document_id) select id from gone
     )
     insert into outbox (document_id, change) select id, 'remove' from gone`,
  );
}

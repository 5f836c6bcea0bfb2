import type { AccessFeature, Checker, ListingKind } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

/** What a listing needs of one asset, its private parts not selected. */
export interface ListingRow {
  id: string;
  slug: string;
  kind: ListingKind;
  status: string;
  name: string;
  name_cy: string | null;
  summary: string;
  summary_cy: string | null;
  topics: string[];
  area_slug: string | null;
  area_name: string | null;
  area_name_cy: string | null;
  venue_slug: string | null;
  venue_name: string | null;
  venue_name_cy: string | null;
  /** Null when there is none, or when it is private. */
  lat: number | null;
  lng: number | null;
  cost_type: 'free' | 'pay-what-you-can' | 'price' | 'unknown';
  cost_pence: number | null;
  cost_note: string | null;
  access: AccessFeature[];
  languages: string[];
  just_turn_up: boolean | null;
  bring_someone: boolean | null;
  rules: { rule: string; from: string; start: string; minutes: number; term_time: boolean }[];
  usually: string | null;
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  half_life_days: number;
  gift_expires_on: string | null;
}

/** What a pin and a hint say of one asset. */
export interface NameRow
  extends Pick<
    ListingRow,
    | 'id'
    | 'slug'
    | 'status'
    | 'name'
    | 'name_cy'
    | 'area_name'
    | 'area_name_cy'
    | 'last_checked_at'
    | 'last_checked_by'
    | 'half_life_days'
    | 'gift_expires_on'
  > {
  kind_label: string;
  kind_label_cy: string | null;
}

/** Everything the asset's page shows beyond its listing. */
export interface AssetRow extends ListingRow {
  area_id: string | null;
  description: string | null;
  description_cy: string | null;
  how_to_join: string | null;
  greeter: string | null;
  what_happens: string | null;
  feel: string | null;
  run_by: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
  contact_web: string | null;
  venue_address: string | null;
  venue_postcode: string | null;
  venue_lat: number | null;
  venue_lng: number | null;
  venue_access: AccessFeature[] | null;
  venue_directions: string | null;
  venue_bus: string | null;
  source_name: string | null;
  source_credit: string | null;
  updated_at: Date;
}

/** Where a private place is, and where a person who offers a gift is, is left out here, in the database, before anything else can see it. */
const pointIsPublic = "a.point_privacy = 'public' and a.kind <> 'people'";
const publicPoint = (part: 'lat' | 'lng') => `case when ${pointIsPublic} then coalesce(a.${part}, v.${part}) end as ${part}`;

const listingColumns = `
  a.id, a.slug, a.kind, a.status, a.name, a.name_cy, a.summary, a.summary_cy, coalesce(t.topics, '{}') as topics,
  r.slug as area_slug, r.name as area_name, r.name_cy as area_name_cy,
  v.slug as venue_slug, v.name as venue_name, v.name_cy as venue_name_cy,
  ${publicPoint('lat')}, ${publicPoint('lng')},
  a.cost_type, a.cost_pence, a.cost_note,
  array(select distinct f from unnest(a.access || coalesce(v.access, '{}')) f order by f) as access,
  a.languages, a.just_turn_up, a.bring_someone, coalesce(s.rules, '[]'::jsonb) as rules, s.usually,
  a.last_checked_at, a.last_checked_by, k.half_life_days, g.expires_on as gift_expires_on`;

/**
 * Assets with all that their listings say. `chosen` tells whose topics and sessions are gathered, in one pass for all of them. Sessions that
 * are over, or rest on the day `$2`, say nothing. Each area and venue is looked up by itself (`offset 0`): else all of them are read for a page of twenty.
 */
const listingFrom = (chosen: string) => `
  from assets a
  join kinds k on k.slug = a.kind
  left join lateral (select * from areas where id = a.area_id offset 0) r on true
  left join lateral (select * from venues where id = a.venue_id and ${pointIsPublic} offset 0) v on true
  left join gifts g on g.asset_id = a.id
  left join (
    select t.asset_id, array_agg(t.topic order by o.position, t.topic) as topics
    from asset_topics t join topics o on o.slug = t.topic where t.asset_id = ${chosen} group by t.asset_id
  ) t on t.asset_id = a.id
  left join (
    select s.asset_id, (array_agg(s.usually order by s.position, s.id) filter (where s.usually is not null))[1] as usually,
      jsonb_agg(
        jsonb_build_object('rule', s.rule, 'from', s.starts_on, 'start', to_char(s.start_time, 'HH24:MI'), 'minutes', s.minutes, 'term_time', s.term_time)
        order by s.position, s.id
      ) filter (where s.rule is not null) as rules
    from sessions s
    where s.asset_id = ${chosen} and (s.ends_on is null or s.ends_on >= $2::date)
      and not coalesce(s.paused_from <= $2::date and (s.paused_until is null or s.paused_until >= $2::date), false)
    group by s.asset_id
  ) s on s.asset_id = a.id
  where a.id = ${chosen}`;

/** `today` is YYYY-MM-DD. */
export const listingRows = (db: Queryable, ids: string[], today: string) =>
  db.query<ListingRow>('asset-listings', `select ${listingColumns} ${listingFrom('any($1::uuid[])')}`, [ids, today]);

export const nameRows = (db: Queryable, ids: string[]) =>
  db.query<NameRow>(
    'asset-names',
    `select a.id, a.slug, a.status, a.name, a.name_cy, k.label as kind_label, k.label_cy as kind_label_cy,
      r.name as area_name, r.name_cy as area_name_cy, a.last_checked_at, a.last_checked_by, k.half_life_days, g.expires_on as gift_expires_on
    from assets a
    join kinds k on k.slug = a.kind
    left join areas r on r.id = a.area_id
    left join gifts g on g.asset_id = a.id
    where a.id = any($1::uuid[])`,
    [ids],
  );

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** By id or by slug; `today` is YYYY-MM-DD. */
export const assetRow = (db: Queryable, idOrSlug: string, today: string) =>
  db.query<AssetRow>(
    'asset',
    `select ${listingColumns}, a.area_id, a.description, a.description_cy, a.how_to_join, a.greeter, a.what_happens, a.feel, a.run_by,
      a.contact_name, a.contact_phone, a.contact_email, a.contact_web,
      v.address as venue_address, v.postcode as venue_postcode, v.lat as venue_lat, v.lng as venue_lng,
      v.access as venue_access, v.directions as venue_directions, v.bus as venue_bus,
      (select name from sources where slug = a.source) as source_name, (select credit from sources where slug = a.source) as source_credit,
      a.updated_at
    ${listingFrom('any(array(select w.id from assets w where w.slug = $1::text or w.id = $3::uuid))')}`,
    [idOrSlug, today, uuid.test(idOrSlug) ? idOrSlug : null],
  );

/** The asset that this one was found to be. */
export const keptInstead = (db: Queryable, id: string) =>
  db.query<{ slug: string }>(
    'kept-instead',
    'select a.slug from asset_redirects r join assets a on a.id = r.kept_id where r.merged_id = $1::uuid',
    [id],
  );

/** Those of the assets that someone else runs, or nobody in particular. */
export const runByOthers = (db: Queryable, ids: string[], runBy: string | null) =>
  db.query<{ id: string }>(
    'assets-run-by-others',
    'select id from assets where id = any($1::uuid[]) and (run_by is null or $2::text is null or lower(run_by) <> lower($2::text))',
    [ids, runBy],
  );

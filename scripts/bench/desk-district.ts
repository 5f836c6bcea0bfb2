import { loadAssetStates } from '../../api/assets/load-asset-states.ts';
import { recordRevisions } from '../../api/assets/record-revisions.ts';
import type { Queryable } from '../../api/db/database.ts';
import { seeded } from './seeded.ts';
import { wavyGrid } from './wavy-grid.ts';

/** Where synthetic-listings.ts puts them, in as many fields as it has areas. */
const bounds = { west: -3.3, south: 52.1, east: -2.7, north: 52.5 };
const [columns, rows] = [4, 3];

/**
 * Makes a district with a desk of synthetic listings: areas with boundaries that neighbours share, halls, contacts, who keeps it, how often pages are
 * opened, and some 2,000 things of every sort that wait for somebody. The same for the same listings, every time.
 */
export async function insertDeskDistrict(db: Queryable): Promise<void> {
  await insertBoundaries(db);
  for (const [name, text] of Object.entries(statements)) await db.query(`bench-${name}`, text);
  await insertEdits(db);
}

/** Each builder proposes one; what was edited has its history. */
async function insertEdits(db: Queryable): Promise<void> {
  const builders = await db.query<{ id: string }>('bench-builders', `select id from accounts where email like 'person%' order by email`);
  const assets = await db.query<{ id: string }>('bench-edited', `select a.id from ${some(600, 6)} and a.kind <> 'people' order by a.slug`);
  const now = new Date(Date.now() - 2 * 86_400_000);
  const ids = assets.map(({ id }) => id);
  await recordRevisions(db, ids, { now, madeBy: 'Somebody' });
  const states = await loadAssetStates(db, ids.slice(0, builders.length));
  for (const [at, [id, { version, state }]] of [...states].entries())
    await db.query(
      'bench-proposed-edit',
      `insert into proposed_edits (account_id, asset_id, of_version, state, made_at) values ($1::uuid, $2::uuid, $3::int, $4::jsonb, $5::timestamptz)`,
      [builders[at]?.id, id, version, JSON.stringify({ ...state, how_to_join: 'Ring the bell.' }), now],
    );
}

async function insertBoundaries(db: Queryable): Promise<void> {
  const areas = await db.query<{ id: string }>('bench-areas-made', 'select id from areas order by slug');
  const grid = wavyGrid(seeded(20_261_123), { ...bounds, columns, rows, halvings: 7 });
  for (const [at, ring] of grid.entries()) {
    const [lngs, lats] = [ring.map(([lng = 0]) => lng), ring.map(([, lat = 0]) => lat)];
    await db.query(
      'bench-boundary',
      `insert into area_versions (area_id, starts_on, geometry, west, south, east, north, population, population_source)
       values ($1::uuid, '2025-01-01', $2::jsonb, $3::float8, $4::float8, $5::float8, $6::float8, 9000, 'bench')`,
      [
        areas[at]?.id,
        JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] }),
        ...[Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)],
      ],
    );
  }
}

/** The number of a listing, for taking every so-manieth. */
const n = `substr(a.slug, 9)::int`;
const sampled = (every: number, rest: number) => `${n} % ${every} = ${rest}`;
/** About so many of all listings. */
const some = (count: number, rest: number) =>
  `assets a, (select greatest(1, count(*) / ${count}) as every from assets) x where ${n} % x.every = ${rest}`;

const statements = {
  'placed-areas': `with place as (select id, row_number() over (order by slug) - 1 as at from areas)
    update assets a set area_id = p.id from place p
    where p.at = floor((a.lat - ${bounds.south}) / ${(bounds.north - bounds.south) / rows}) * ${columns} + floor((a.lng - ${bounds.west}) / ${(bounds.east - bounds.west) / columns})`,
  halls: `insert into venues (slug, name, lat, lng)
    select 'hall-' || a.slug, a.name || ' Hall', a.lat, a.lng from assets a where ${sampled(16, 3)}`,
  'in-halls': `update assets a set venue_id = v.id, lat = null, lng = null from venues v
    where ${sampled(4, 1)} and v.slug = 'hall-listing-' || (${n} / 16 * 16 + 3)`,
  contacts: `update assets a set contact_name = 'Mo', contact_phone = '01632 ' || (960000 + ${n} % 30000), contact_email = 'mo' || ${n} % 20000 || '@example.org',
      contact_web = case when ${sampled(5, 0)} then 'https://www.example.org/' || ${n} % 9000 end where ${sampled(3, 0)}`,
  checked: `update assets a set last_checked_at = now() - (${n} % 1000) * interval '1 day' where ${sampled(2, 0)}`,
  standing: `update assets a set status = case ${n} % 3 when 0 then 'draft' when 1 then 'hidden' else 'closed' end where ${sampled(40, 7)}`,
  nowhere: `update assets a set lat = null, lng = null where venue_id is null and ${sampled(250, 11)}`,
  'thought-of': `insert into gifts (asset_id, relay_contact, consented_on) select a.id, 'giver@example.org', current_date from assets a where a.kind = 'people'`,
  views: `insert into asset_views (asset_id, day, views) select a.id, current_date - d, 1 + (${n} * d) % 9 from assets a, generate_series(1, 40, 4) d where ${sampled(3, 1)}`,
  coordinators: `insert into coordinators (slug, name, first_name) select 'coordinator-' || n, 'Coordinator ' || n, 'Mo' from generate_series(1, 6) n`,
  leading: `insert into area_coordinators (area_id, coordinator_id, role, starts_on)
    select a.id, c.id, 'lead', '2025-01-01' from (select id, row_number() over (order by slug) as at from areas) a join coordinators c on c.slug = 'coordinator-' || (a.at % 6 + 1)`,
  accounts: `insert into accounts (email, name, role, status, coordinator_id, trusted)
    select 'steward@example.org', 'Steward', 'steward', 'active', null, false
    union all select 'coordinator@example.org', 'Coordinator', 'coordinator', 'active', (select id from coordinators where slug = 'coordinator-2'), false
    union all select 'builder@example.org', 'Builder', 'builder', 'active', null, false
    union all select 'person' || p || '@example.org', 'Person ' || p, 'builder', 'active', null, false from generate_series(1, 60) p`,
  building: `insert into account_areas (account_id, area_id) select c.id, a.id from accounts c, areas a where c.role = 'builder'`,
  watching: `insert into asset_watches (account_id, asset_id, since) select c.id, a.id, now() from accounts c, ${some(400, 1)} and c.role <> 'builder'`,
  said: `insert into suggestions (id, type, asset_id, text, delete_on, created_at)
    select gen_random_uuid(), case when ${n} % 3 = 0 then 'closed' else 'change' end, a.id, 'It begins at eleven now.', current_date + 60, now() - (${n} % 40) * interval '1 day' from ${some(700, 2)}`,
  proposed: `insert into proposals (id, fields, area_id, locale, looks_like, text_hash, delete_on, created_at, junk_score)
    select gen_random_uuid(), jsonb_build_object('name', a.name || ' Kites', 'happens', a.summary, 'when', 'Thursdays 10am to noon', 'place', 'the hall', 'area', '', 'home', false,
      'join', 'Just turn up', 'contact_name', 'Mo', 'contact', '01632 960 555', 'may_show', 'yes', 'anyone', 'yes', 'neighbours', 'yes', 'freely', 'yes', 'kind', null, 'topics', '[]'::jsonb, 'reply_email', null),
      a.area_id, 'en', 'asset', md5(a.slug), current_date + 60, now() - (${n} % 40) * interval '1 day', case when ${n} % 9 = 0 then 5 else 0 end from ${some(500, 3)}`,
  asked: `insert into confirm_requests (asset_id, letter_id, stage, token_hash, contact_hash, made_at, expires_at)
    select a.id, gen_random_uuid(), 'ageing', sha256(convert_to(a.slug, 'UTF8')), sha256(convert_to(coalesce(a.contact_email, a.slug), 'UTF8')), now() - interval '20 days', now() + interval '200 days'
    from ${some(2500, 4)}`,
  returned: `insert into bounced_contacts (contact_hash, bounced_at, code)
    select sha256(convert_to('mo' || b * 100 || '@example.org', 'UTF8')), now(), '5.1.1' from generate_series(1, 100) b`,
  ending: `update sessions s set ends_on = current_date + (${n} % 20) from assets a, (select greatest(1, count(*) / 300) as every from assets) x
    where s.asset_id = a.id and ${n} % x.every = 5`,
  'looked-for': `insert into gaps (month, area, term_hash, term, looks, days, lookers)
    select date_trunc('month', now()), a.slug, 'h' || t, 'term ' || t, 5 + t, 4, 6 from areas a, generate_series(1, 20) t`,
};

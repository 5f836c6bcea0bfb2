import type { Box } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { notLapsedAt } from '../search/not-lapsed.ts';

export interface NamedRow {
  /** In the language in which it was found. */
  name: string;
  folded: string;
  type: string;
  lat: number;
  lng: number;
}

export interface VenueRow {
  /** One of its names. */
  name: string;
  lat: number;
  lng: number;
}

export const postcodeExact = (db: Queryable, postcode: string) =>
  db.query<{ lat: number; lng: number }>('postcode-exact', 'select lat, lng from postcodes where postcode = $1::text', [postcode]);

/** The middle of all postcodes that begin so. The index knows them without their space: it narrows, the whole prefix decides ("M3 " is not "M33"). */
export const postcodeCentre = (db: Queryable, prefix: string) =>
  db.query<{ lat: number | null; lng: number | null }>(
    'postcode-centre',
    `select avg(lat) as lat, avg(lng) as lng from postcodes
     where replace(postcode, ' ', '') like replace($1::text, ' ', '') || '%' and starts_with(postcode, $1::text)`,
    [prefix],
  );

/** Postcodes that begin so, written without spaces. Sorted as the index is, so that the first few are all that is read. */
export const postcodesBegun = (db: Queryable, begun: string, limit: number) =>
  db.query<{ postcode: string }>(
    'postcodes-begun',
    `select postcode from postcodes where replace(postcode, ' ', '') like $1::text || '%'
     order by replace(postcode, ' ', '') using ~<~ limit $2::int`,
    [begun, limit],
  );

const names = `
  select name, folded, type, lat, lng from places
  union all select name_cy, folded_cy, type, lat, lng from places where folded_cy is not null`;

/** Towns, streets and landmarks whose folded name begins so, forty at most: whole names first, then the shortest. */
export const placesBegun = (db: Queryable, folded: string) =>
  db.query<NamedRow>(
    'places-begun',
    `select name, folded, type, lat, lng from (
       select name, folded, type, lat, lng from places where folded like $2::text
       union all select name_cy, folded_cy, type, lat, lng from places where folded_cy like $2::text
     ) found
     order by folded <> $1::text, type = 'street', length(folded), name, lat
     limit 40`,
    [folded, `${folded}%`],
  );

/** Names that share letters and have about as many, likest first: few enough to count slips in. */
export const placesAlike = (db: Queryable, folded: string, most: number) =>
  db.query<NamedRow>(
    'places-alike',
    `select name, folded, type, lat, lng from (${names}) found
     where length(folded) between length($1::text) - $2::integer and length($1::text) + $2::integer and similarity(folded, $1::text) >= 0.15
     order by similarity(folded, $1::text) desc, name, lat
     limit 40`,
    [folded, most],
  );

/** What the public may see, with a point that it may see; `now`: the parameter that holds the time. */
const shownAt = (now: string) => `
  select a.id, a.venue_id, a.kind from assets a join kinds k on k.slug = a.kind
  where a.status = 'published' and a.kind <> 'people' and a.point_privacy = 'public'
    and ${notLapsedAt(now)}`;

/**
 * Names of venues that hold one of these bits of words, whole beginnings first, then those about as long as what was typed: which is meant,
 * the caller decides by folding. Only venues where something is held that the public may see, with a point that it may see: any other may
 * be somebody's home.
 */
export const publicVenuesLike = (db: Queryable, { bits, begins, length }: { bits: string[]; begins: string; length: number }, now: Date) =>
  db.query<VenueRow>(
    'public-venues-like',
    `with named as materialized (
       select v.id, n.name, translate(lower(unaccent(n.name)), '''‘’\`', '') as plain, v.lat, v.lng
       from venues v cross join lateral (values (v.name), (v.name_cy)) n (name)
       where v.lat is not null and n.name is not null
     ), shown as not materialized (${shownAt('$4')})
     select v.name, v.lat, v.lng from named v
     where v.plain like any ($1::text[]) and (
       exists (select from shown a where a.venue_id = v.id)
       or exists (select from sessions s join shown a on a.id = s.asset_id where s.venue_id = v.id)
       or exists (select from events e join shown a on a.id = e.asset_id where e.venue_id = v.id)
       or exists (select from sessions s join coordinators c on c.id = s.coordinator_id where s.venue_id = v.id and c.active))
     order by v.plain like $2::text desc, abs(length(v.plain) - $3::integer), v.name, v.lat
     limit 100`,
    [bits, begins, length, now],
  );

export interface LandmarkRow {
  name: string;
  name_cy: string | null;
  lat: number;
  lng: number;
}

/** Landmarks, and the libraries, schools and churches that everybody knows, in a box. */
export const landmarksInBox = (db: Queryable, { west, south, east, north }: Box, now: Date) =>
  db.query<LandmarkRow>(
    'landmarks-in-box',
    `with known as not materialized (${shownAt('$5')})
     select name, name_cy, lat, lng from places
     where type = 'landmark' and lat between $1::float8 and $2::float8 and lng between $3::float8 and $4::float8
     union all
     select v.name, v.name_cy, v.lat, v.lng from venues v
     where v.lat between $1::float8 and $2::float8 and v.lng between $3::float8 and $4::float8
       and exists (select from known a where a.venue_id = v.id and a.kind = 'institution')`,
    [south, north, west, east, now],
  );

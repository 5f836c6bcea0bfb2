import type { Queryable } from '../db/database.ts';

export interface NamedPlace {
  /** In the language in which it was found. */
  name: string;
  folded: string;
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

/** Venues have no folded name of their own; this folds as `foldText` does, for the letters that venues around here have. */
const foldedVenueName = (column: string) =>
  `trim(regexp_replace(regexp_replace(lower(unaccent(${column})), '[''’‘\`]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))`;

const names = `
  select name, folded, type, lat, lng from places
  union all select name_cy, folded_cy, type, lat, lng from places where folded_cy is not null`;
const venueNames = `
  select name, ${foldedVenueName('name')}, 'venue', lat, lng from venues where lat is not null
  union all select name_cy, ${foldedVenueName('name_cy')}, 'venue', lat, lng from venues where lat is not null and name_cy is not null`;
const rank = `array_position(array['town', 'village', 'district', 'landmark', 'venue', 'street'], type)`;

/** Places that are called so, else that begin so: whole names first, then towns before villages before streets, then the shortest. Twenty at most. */
export const placesByName = (db: Queryable, folded: string) =>
  db.query<NamedPlace>(
    'places-by-name',
    `select name, folded, lat, lng from (
       select name, folded, type, lat, lng from places where folded like $2::text
       union all select name_cy, folded_cy, type, lat, lng from places where folded_cy like $2::text
       union all select * from (${venueNames}) v (name, folded, type, lat, lng) where folded like $2::text
     ) found
     order by folded <> $1::text, ${rank}, length(folded), name, lat
     limit 20`,
    [folded, `${folded.replace(/[\\%_]/g, '')}%`],
  );

/** Names that share letters and have about as many, likest first: few enough to count slips in. */
export const placesByLikeness = (db: Queryable, folded: string, most: number) =>
  db.query<NamedPlace>(
    'places-by-likeness',
    `select name, folded, lat, lng from (${names} union all ${venueNames}) found (name, folded, type, lat, lng)
     where length(folded) between length($1::text) - $2::integer and length($1::text) + $2::integer and similarity(folded, $1::text) >= 0.15
     order by similarity(folded, $1::text) desc, ${rank}, name, lat
     limit 40`,
    [folded, most],
  );

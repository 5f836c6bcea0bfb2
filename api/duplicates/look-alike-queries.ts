import type { Box, Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import type { Compared } from './look-alike-rules.ts';

/** Where somebody lives, and how a giver of gifts is reached, must not be told by what is found to be like it. */
const isOpen = "a.point_privacy = 'public' and a.kind <> 'people'";
const phoneOf = "regexp_replace(a.contact_phone, '\\D', '', 'g')";
const webOf = "lower(regexp_replace(a.contact_web, '^https?://(www\\.)?|/+$', '', 'gi'))";
/** Of a name and one of another's names, which its index row holds as "| english | welsh |". */
const likestOf = (folded: string) =>
  `(select max(similarity(said, ${folded})) from unnest(string_to_array(trim(both '| ' from s.folded_name), ' | ')) said)`;
const metresBetween = (one: [string, string], other: [string, string]) =>
  `2 * 6371008.8 * asin(sqrt(power(sin(radians(${one[0]} - ${other[0]}) / 2), 2)
      + cos(radians(${one[0]})) * cos(radians(${other[0]})) * power(sin(radians(${one[1]} - ${other[1]}) / 2), 2)))`;

export interface Sought {
  /** As names in the index are folded. */
  folded: string;
  venueId: string | null;
  point: Point | null;
  /** Around the point; null without one. */
  box: Box | null;
  phone: string | null;
  web: string | null;
}

/** What is public and like it by name, place, telephone or web address: the likest names first, forty at most. */
export const publicLookAlikes = (db: Queryable, { folded, venueId, point, box, phone, web }: Sought) =>
  db.query<Compared & { id: string }>(
    'public-look-alikes',
    `with found as (
       (select asset_id as id from asset_search where tier = 0 and (folded_name % $1::text or $1::text <% folded_name)
        order by word_similarity($1::text, folded_name) desc limit 40)
       union
       (select asset_id from asset_search where tier = 0 and lat between $5::float8 and $7::float8 and lng between $6::float8 and $8::float8
        order by word_similarity($1::text, folded_name) desc limit 40)
       union select a.id from assets a where a.venue_id = $2::uuid
       union select a.id from assets a where $9::text is not null and ${phoneOf} = $9::text and a.contact_phone is not null
       union select a.id from assets a where $10::text is not null and ${webOf} = $10::text and a.contact_web is not null
     )
     select a.id, ${likestOf('$1::text')} as alike, coalesce(a.venue_id = $2::uuid and ${isOpen}, false) as same_venue,
       coalesce(${phoneOf} = $9::text and ${isOpen}, false) as same_phone, coalesce(${webOf} = $10::text and ${isOpen}, false) as same_web,
       ${metresBetween(['s.lat', 's.lng'], ['$3::float8', '$4::float8'])} as metres
     from found f join asset_search s on s.asset_id = f.id join assets a on a.id = f.id
     order by alike desc, a.id limit 40`,
    [folded, venueId, point?.lat, point?.lng, box?.south, box?.west, box?.north, box?.east, phone, web],
  );

export interface PairRow extends Compared {
  one: string;
  other: string;
}

/**
 * Pairs in one area that may be one, but for those that somebody found to be two. Names are compared only where a word that few share, a
 * place within some 300 m, a telephone number or a web address brings two together: comparing each with each takes seconds. Cells are a
 * little larger than 300 m at these latitudes.
 */
export const alikePairs = (db: Queryable, area: string, limit: number) =>
  db.query<PairRow>(
    'alike-pairs',
    `with here as materialized (
       select s.asset_id as id, split_part(s.folded_name, ' | ', 1) as name, nullif(split_part(s.folded_name, ' | ', 2), '') as name_cy, s.lat, s.lng, floor(s.lat / 0.003)::int as y, floor(s.lng / 0.005)::int as x,
         case when ${isOpen} then a.venue_id end as venue, case when ${isOpen} then ${phoneOf} end as phone, case when ${isOpen} then ${webOf} end as web
       from asset_search s join assets a on a.id = s.asset_id
       where s.tier = 0 and s.areas @> array[$1::text]
     ), word as materialized (
       select distinct h.id, w from here h cross join unnest(string_to_array(concat_ws(' ', h.name, h.name_cy), ' ')) w where length(w) >= 4
     ), rare as materialized (
       select w from word group by w having count(*) between 2 and 15
     ), met as (
       select a.id as one, b.id as other from rare r join word a using (w) join word b using (w) where a.id < b.id
       union
       select a.id, b.id from here a cross join (values (-1), (0), (1)) dy (n) cross join (values (-1), (0), (1)) dx (n)
       join here b on b.y = a.y + dy.n and b.x = a.x + dx.n where a.id < b.id and similarity(a.name, b.name) >= 0.3
       union select a.id, b.id from here a join here b on b.phone = a.phone and a.id < b.id where a.phone <> ''
       union select a.id, b.id from here a join here b on b.web = a.web and a.id < b.id
     )
     select one, other, greatest(similarity(a.name, b.name), similarity(a.name_cy, b.name_cy)) as alike, coalesce(a.venue = b.venue, false) as same_venue,
       coalesce(a.phone = b.phone and a.phone <> '', false) as same_phone, coalesce(a.web = b.web, false) as same_web,
       ${metresBetween(['a.lat', 'a.lng'], ['b.lat', 'b.lng'])} as metres
     from met join here a on a.id = one join here b on b.id = other
     where similarity(a.name, b.name) >= 0.3 and not exists (select from not_same n where n.one = met.one and n.other = met.other)
     order by alike desc, one, other limit $2::int`,
    [area, limit],
  );

export const insertNotSame = (tx: Queryable, [one, other]: [string, string], { now, by }: { now: Date; by: string }) =>
  tx.query(
    'insert-not-same',
    `insert into not_same (one, other, said_at, said_by) select least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3::timestamptz, $4::text
     on conflict do nothing`,
    [one, other, now, by],
  );

export const deleteNotSame = (tx: Queryable, [one, other]: [string, string]) =>
  tx.query('delete-not-same', 'delete from not_same where one = least($1::uuid, $2::uuid) and other = greatest($1::uuid, $2::uuid)', [
    one,
    other,
  ]);

import type { Box, Point } from '../contract/geo.ts';
import type { AssetKind } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { Compared } from './look-alike-rules.ts';

/** Where somebody lives, and how a giver of gifts is reached, must not be told by what is found to be like it. */
export const isOpen = "a.point_privacy = 'public' and a.kind <> 'people'";
const phoneOf = "regexp_replace(a.contact_phone, '\\D', '', 'g')";
const webOf = "lower(regexp_replace(a.contact_web, '^https?://(www\\.)?|/+$', '', 'gi'))";
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

export interface LookAlikeRow extends Omit<Compared, 'place_and_doing'> {
  id: string;
  kind: AssetKind;
  name: string;
  name_cy: string | null;
}

/** What is public and like it by name, place, telephone or web address: the likest names first, forty at most. */
export const publicLookAlikes = (db: Queryable, { folded, venueId, point, box, phone, web }: Sought) =>
  db.query<LookAlikeRow>(
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
     select a.id, a.kind, a.name, a.name_cy, coalesce(a.venue_id = $2::uuid and ${isOpen}, false) as same_venue,
       coalesce(${phoneOf} = $9::text and ${isOpen}, false) as same_phone, coalesce(${webOf} = $10::text and ${isOpen}, false) as same_web,
       ${metresBetween(['s.lat', 's.lng'], ['$3::float8', '$4::float8'])} as metres
     from found f join asset_search s on s.asset_id = f.id join assets a on a.id = f.id
     order by word_similarity($1::text, s.folded_name) desc, a.id limit 40`,
    [folded, venueId, point?.lat, point?.lng, box?.south, box?.west, box?.north, box?.east, phone, web],
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

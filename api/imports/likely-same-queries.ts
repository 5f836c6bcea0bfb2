import type { AssetKind } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

/** As an index of assets holds it. */
const webOf = (asset: string) => `lower(regexp_replace(${asset}.contact_web, '^https?://(www\\.)?|/+$', '', 'gi'))`;

export interface LikelySame {
  /** Of the row that was asked about, from 1. */
  position: number;
  id: string;
  name: string;
  name_cy: string | null;
  kind: AssetKind;
  same_web: boolean;
  metres: number | null;
}

/**
 * What everyone can see and each row may be the same as: what is most like it by name within some 300 m, what has its very name within some 2 km, and
 * what has its web address; without a place what has its very name. Those of `source` the list itself tells apart. One statement for a whole
 * batch: asking row by row takes ten times as long.
 */
export const likelySame = (
  db: Queryable,
  rows: { folded: string; lat: number | null; lng: number | null; web: string | null }[],
  source: string,
) =>
  db.query<LikelySame>(
    'import-likely-same',
    `select g.position::int, o.id, o.name, o.name_cy, o.kind, g.web is not null and coalesce(${webOf('o')} = g.web, false) as same_web,
       111195 * sqrt(power(s.lat - g.lat, 2) + power((s.lng - g.lng) * cos(radians(g.lat)), 2)) as metres
     from jsonb_array_elements($1::jsonb) with ordinality as given(value, position)
     cross join lateral (
       select given.position, value ->> 'folded' as folded, value ->> 'web' as web, (value ->> 'lat')::float8 as lat, (value ->> 'lng')::float8 as lng
     ) g
     cross join lateral (
       (select n.asset_id as id from asset_search n join assets a on a.id = n.asset_id and a.source is distinct from $2::text
        where g.lat is not null and n.tier = 0 and n.lat between g.lat - 0.0027 and g.lat + 0.0027 and n.lng between g.lng - 0.0045 and g.lng + 0.0045
        order by similarity(n.folded_name, g.folded) desc limit 3)
       union
       (select n.asset_id from asset_search n join assets a on a.id = n.asset_id and a.source is distinct from $2::text
        where n.tier = 0 and n.folded_name = '| ' || g.folded || ' |'
          and (g.lat is null or (abs(n.lat - g.lat) < 0.018 and abs(n.lng - g.lng) < 0.03)) limit 3)
       union
       (select a.id from assets a where g.web is not null and a.contact_web is not null and a.kind <> 'people' and ${webOf('a')} = g.web and a.source is distinct from $2::text limit 3)
     ) found
     join asset_search s on s.asset_id = found.id
     join assets o on o.id = found.id`,
    [JSON.stringify(rows), source],
  );

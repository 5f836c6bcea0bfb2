import type { Queryable } from '../db/database.ts';
import type { OccurrenceRow } from './occurrence-queries.ts';
import { occurrenceColumns, occurrenceJoins } from './occurrence-queries.ts';

export interface WhatsOnRow extends OccurrenceRow {
  asset_id: string | null;
  coordinator_slug: string | null;
  coordinator_first_name: string | null;
}

export interface WhatsOnWindow {
  /** What is over by then is left out. */
  after: Date;
  until: Date;
  limit: number;
}

const columns = `${occurrenceColumns}, o.asset_id, c.slug as coordinator_slug, c.first_name as coordinator_first_name`;
const joins = `${occurrenceJoins} left join coordinators c on c.id = o.coordinator_id and c.active`;

/** What is on in one area, its coordinators' open doors included; everywhere when `areaSlug` is null. */
export const occurrencesInArea = (db: Queryable, areaSlug: string | null, { after, until, limit }: WhatsOnWindow) =>
  db.query<WhatsOnRow>(
    'occurrences-in-area',
    `select ${columns}
    from occurrences o ${joins}
    where o.ends_at > $2::timestamptz and o.starts_at < $3::timestamptz
      and ($1::text is null
        or exists (select 1 from areas r where r.slug = $1::text and r.id = a.area_id)
        or exists (
          select 1 from area_coordinators x join areas r on r.id = x.area_id
          where r.slug = $1::text and x.coordinator_id = o.coordinator_id
            and x.starts_on <= o.local_date and (x.ends_on is null or x.ends_on >= o.local_date)))
    order by o.starts_at, o.asset_id
    limit $4::int`,
    [areaSlug, after, until, limit],
  );

/** What is on inside a box, open doors by where they are; the caller cuts the corners off. */
export const occurrencesInBox = (
  db: Queryable,
  box: { west: number; south: number; east: number; north: number },
  { after, until, limit }: WhatsOnWindow,
) =>
  db.query<WhatsOnRow & { lat: number; lng: number }>(
    'occurrences-in-box',
    `select ${columns}, coalesce(v.lat, a.lat) as lat, coalesce(v.lng, a.lng) as lng
    from occurrences o ${joins}
    where o.ends_at > $5::timestamptz and o.starts_at < $6::timestamptz and coalesce(a.point_privacy = 'public' and a.kind <> 'people', true)
      and coalesce(v.lng, a.lng) between $1::float8 and $3::float8 and coalesce(v.lat, a.lat) between $2::float8 and $4::float8
    order by o.starts_at, o.asset_id
    limit $7::int`,
    [box.west, box.south, box.east, box.north, after, until, limit],
  );

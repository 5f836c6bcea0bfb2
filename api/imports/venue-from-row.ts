import type { Point } from '../contract/geo.ts';
import { foldText } from '../search/fold-text.ts';
import type { VenueRow } from './asset-rows.ts';
import { fill, fillOptional, type Values } from './field-rules.ts';
import type { AssetsMapping } from './mapping-format.ts';

/** Where a row happens; rows that name the same place share it. */
export interface VenueDraft {
  sourceId: string;
  name: string;
  address: string | null;
  postcode: string | null;
  directions: string | null;
  point: Point | null;
  area: string | null;
}

interface Placed {
  values: Values;
  point: Point | null;
  postcode: string | null;
  area: { slug: string } | null;
}

/** A place that is not known where is no venue: the row then has no fixed place. */
export function venueDraft(mapping: NonNullable<AssetsMapping['venue']>, row: Placed): VenueDraft | null {
  const name = fill(mapping.name, row.values);
  if (!name || !row.point) return null;
  const address = fillOptional(mapping.address, row.values);
  const directions = fillOptional(mapping.directions, row.values);
  return {
    // All that it says: were two rows to disagree on one venue, every run would change it to and fro.
    sourceId: `${foldText([name, address, row.postcode, directions].join(' '))}@${row.point.lat.toFixed(5)},${row.point.lng.toFixed(5)}`,
    name,
    address,
    postcode: row.postcode,
    directions,
    point: row.point,
    area: row.area?.slug ?? null,
  };
}

export const venueRow = (source: string, venue: VenueDraft, slug: string): VenueRow => ({
  source,
  source_id: venue.sourceId,
  slug,
  name: venue.name,
  name_cy: null,
  address: venue.address,
  postcode: venue.postcode,
  lat: venue.point?.lat ?? null,
  lng: venue.point?.lng ?? null,
  access: [],
  directions: venue.directions,
  bus: null,
});

import type { Asset, Venue } from '../contract/asset.ts';
import type { Listing } from '../contract/listing.ts';
import type { Occurrence } from '../contract/session.ts';
import type { Freshness } from '../contract/vocabulary.ts';
import { webAddress } from '../contract/web-address.ts';
import type { AssetRow, ListingRow } from './asset-queries.ts';

/** What the row alone does not say. */
export interface ListingParts {
  freshness: Freshness;
  checkedOn: string | null;
  next: Occurrence | null;
  distanceMetres: number | null;
}

/** The only place where an asset's fields become public. */
export function presentListing(row: ListingRow, parts: ListingParts): Listing {
  return { ...presentShared(row, parts), type: 'asset', distance_metres: parts.distanceMetres, way: null, phone: null };
}

export function presentAsset(
  row: AssetRow,
  parts: ListingParts,
  more: Pick<Asset, 'sessions' | 'dates' | 'similar' | 'nearby' | 'photos' | 'coordinator'>,
): Asset {
  return {
    ...presentShared(row, parts),
    type: 'asset',
    description: row.description,
    description_cy: row.description_cy,
    join: row.how_to_join,
    first_visit: row.greeter || row.what_happens || row.feel ? { greeter: row.greeter, happens: row.what_happens, feel: row.feel } : null,
    run_by: row.run_by,
    contact: presentContact(row),
    place: presentVenue(row),
    source: row.source_name ? { name: row.source_name, credit: row.source_credit } : null,
    updated_at: row.updated_at.toISOString(),
    ...more,
  };
}

function presentShared(row: ListingRow, { freshness, checkedOn, next }: ListingParts) {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    name: row.name,
    name_cy: row.name_cy,
    summary: row.summary,
    summary_cy: row.summary_cy,
    topics: row.topics,
    area: row.area_slug && row.area_name ? { slug: row.area_slug, name: row.area_name, name_cy: row.area_name_cy } : null,
    venue: row.venue_slug && row.venue_name ? { slug: row.venue_slug, name: row.venue_name, name_cy: row.venue_name_cy } : null,
    point: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
    cost: { type: row.cost_type, pounds: row.cost_pence === null ? null : row.cost_pence / 100, note: row.cost_note },
    access: row.access,
    languages: row.languages,
    just_turn_up: row.just_turn_up,
    bring_someone: row.bring_someone,
    rules: row.rules,
    usually: row.usually,
    next,
    checked: checkedOn && row.last_checked_by ? { on: checkedOn, by: row.last_checked_by, freshness } : null,
  };
}

/** A person who offers a gift is reached through the coordinator: nothing but a first name leaves. */
export function presentContact(row: AssetRow): Asset['contact'] {
  const gift = row.kind === 'people';
  const contact = {
    name: row.contact_name,
    phone: gift ? null : row.contact_phone,
    email: gift ? null : row.contact_email,
    web: gift ? null : webAddress(row.contact_web),
  };
  return Object.values(contact).some(Boolean) ? contact : null;
}

function presentVenue(row: AssetRow): Venue | null {
  if (!row.venue_slug || !row.venue_name) return null;
  return {
    slug: row.venue_slug,
    name: row.venue_name,
    name_cy: row.venue_name_cy,
    address: row.venue_address,
    postcode: row.venue_postcode,
    point: row.venue_lat !== null && row.venue_lng !== null ? { lat: row.venue_lat, lng: row.venue_lng } : null,
    access: row.venue_access ?? [],
    directions: row.venue_directions,
    bus: row.venue_bus,
  };
}

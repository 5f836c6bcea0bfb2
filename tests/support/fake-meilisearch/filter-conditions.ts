import { badFilter } from './refusal.ts';

/** A document as it was sent. */
export type Held = Record<string, unknown>;
export type Condition = (held: Held) => boolean;

export interface Allowed {
  attributes: ReadonlySet<string>;
  geo: boolean;
}

export interface Spot {
  lat: number;
  lng: number;
}

/** Whatever the case; one value of a list is enough. */
export function isEqual(held: unknown, value: string): boolean {
  if (Array.isArray(held)) return held.some((each) => isEqual(each, value));
  if (held === null || held === undefined) return false;
  return String(held).toLowerCase() === value.toLowerCase();
}

export function withinCircle({ lat, lng, metres }: Spot & { metres: number }, allowed: Allowed): Condition {
  checkSpots([{ lat, lng }], allowed);
  if (metres < 0) throw badFilter('The radius must be positive.');
  return ({ _geo }) => isSpot(_geo) && metresApart(_geo, { lat, lng }) <= metres;
}

export function withinBox(box: { north: number; east: number; south: number; west: number }, allowed: Allowed): Condition {
  const { north, east, south, west } = box;
  checkSpots(
    [
      { lat: north, lng: east },
      { lat: south, lng: west },
    ],
    allowed,
  );
  if (north < south) throw badFilter(`The top latitude \`${north}\` is below the bottom latitude \`${south}\`.`);
  return ({ _geo }) => isSpot(_geo) && _geo.lat <= north && _geo.lat >= south && _geo.lng <= east && _geo.lng >= west;
}

export const isSpot = (value: unknown): value is Spot =>
  typeof value === 'object' &&
  value !== null &&
  'lat' in value &&
  'lng' in value &&
  typeof value.lat === 'number' &&
  typeof value.lng === 'number';

const earthRadius = 6_371_008.8;

/** The haversine formula, written anew: a fake must not share the adapter's mistakes. */
export function metresApart(one: Spot, other: Spot): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [up, along] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const a = Math.sin(up / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(along / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(a));
}

function checkSpots(spots: Spot[], { geo }: Allowed): void {
  if (!geo) throw badFilter('Attribute `_geo` is not filterable.');
  for (const { lat, lng } of spots) {
    if (Math.abs(lat) > 90) throw badFilter(`Bad latitude \`${lat}\`. Latitude must be contained between -90 and 90 degrees.`);
    if (Math.abs(lng) > 180) throw badFilter(`Bad longitude \`${lng}\`. Longitude must be contained between -180 and 180 degrees.`);
  }
}

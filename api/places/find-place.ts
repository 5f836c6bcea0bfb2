import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { findNamedPlace, isSettlement } from './find-named-place.ts';
import { postcodeCentre, postcodeExact } from './place-queries.ts';
import type { PartialPostcode } from './postcode-rules.ts';
import { formatPostcode, readPartialPostcode, widenPostcode } from './postcode-rules.ts';

export interface FoundPlace {
  /** What was understood, as people write it: `M33 7ZF`, `Llanderw`. */
  label: string;
  type: 'postcode' | 'partial-postcode' | 'place' | 'point';
  point: Point;
  /** A town, village or district: somewhere that much is in, and no spot. */
  isSettlement?: boolean;
}

/**
 * Where on earth that is: `lat,lng`, a postcode or part of one, a place, street or venue in English or Welsh, begun or misspelt too. A
 * whole postcode that is not on the list is taken as the part of it that is. Null: it means nothing to us. `wholeNames`: for text that
 * may be no place at all; a name that is only begun does not count, so that "in church" is not Church Street.
 */
export async function findPlace(deps: Pick<Deps, 'db' | 'clock'>, text: string, { wholeNames = false } = {}): Promise<FoundPlace | null> {
  const typed = text.trim();
  if (!typed) return null;
  const point = readPoint(typed);
  if (point || looksLikePoint(typed)) return point;
  const located = await findPostcode(deps.db, typed);
  if (located) return located;
  const named = await findNamedPlace(deps, typed, wholeNames);
  return named && { label: named.name, type: 'place', point: { lat: named.lat, lng: named.lng }, isSettlement: isSettlement(named) };
}

function readPoint(text: string): FoundPlace | null {
  const match = /^(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const point = { lat: Number(match[1]), lng: Number(match[2]) };
  if (Math.abs(point.lat) > 90 || Math.abs(point.lng) > 180) return null;
  return { label: `${point.lat},${point.lng}`, type: 'point', point };
}

/** A program's slip ("52.25,NaN") is no place whose name happens to begin so. */
function looksLikePoint(text: string): boolean {
  const sides = text.split(/[,;]/).map((side) => side.trim());
  if (sides.length !== 2) return false;
  const noNumber = /^(?:nan|null|undefined|[-+]?inf(?:inity)?|)$/i;
  return (
    sides.some((side) => /^[-+]?\d+(?:\.\d+)?$/.test(side)) && sides.some((side) => noNumber.test(side) || /^[-+]?\d*\.\d*$/.test(side))
  );
}

async function findPostcode(db: Queryable, text: string): Promise<FoundPlace | null> {
  const postcode = formatPostcode(text);
  if (postcode) {
    const [point] = await postcodeExact(db, postcode);
    return point ? { label: postcode, type: 'postcode', point } : findFirstPart(db, widenPostcode(postcode));
  }
  return findFirstPart(db, readPartialPostcode(text));
}

async function findFirstPart(db: Queryable, parts: PartialPostcode[]): Promise<FoundPlace | null> {
  for (const { label, prefix } of parts) {
    const [centre] = await postcodeCentre(db, prefix);
    if (centre?.lat != null && centre.lng != null) return { label, type: 'partial-postcode', point: { lat: centre.lat, lng: centre.lng } };
  }
  return null;
}

import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { foldText } from '../search/fold-text.ts';
import { metresBetween } from './metres-between.ts';
import { countSlips, slipsAllowed } from './misspelling-rules.ts';
import type { NamedPlace } from './place-queries.ts';
import { placesByLikeness, placesByName, postcodeCentre, postcodeExact } from './place-queries.ts';
import type { PartialPostcode } from './postcode-rules.ts';
import { formatPostcode, readPartialPostcode, widenPostcode } from './postcode-rules.ts';

export interface FoundPlace {
  /** What was understood, as people write it: `M33 7ZF`, `Llanderw`. */
  label: string;
  type: 'postcode' | 'partial-postcode' | 'place' | 'point';
  point: Point;
}

/**
 * Where on earth that is: `lat,lng`, a postcode or part of one, a place, street or venue in English or Welsh, begun or misspelt too. A
 * whole postcode that is not on the list is taken as the part of it that is. Null: it means nothing to us. `wholeNames`: for text that
 * may be no place at all; a name that is only begun does not count, so that "in church" is not Church Street.
 */
export async function findPlace(db: Queryable, text: string, { wholeNames = false } = {}): Promise<FoundPlace | null> {
  const typed = text.trim();
  if (!typed) return null;
  return readPoint(typed) ?? (await findPostcode(db, typed)) ?? (await findNamed(db, typed, wholeNames));
}

function readPoint(text: string): FoundPlace | null {
  const match = /^(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const point = { lat: Number(match[1]), lng: Number(match[2]) };
  if (Math.abs(point.lat) > 90 || Math.abs(point.lng) > 180) return null;
  return { label: `${point.lat},${point.lng}`, type: 'point', point };
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

async function findNamed(db: Queryable, text: string, wholeNames: boolean): Promise<FoundPlace | null> {
  const folded = foldText(text);
  if (folded.length < 2) return null;
  const [best] = await placesByName(db, folded);
  if (best && (!wholeNames || best.folded === folded)) return present(best);
  return (await findInTown(db, text)) ?? (await findAlike(db, folded));
}

/** "Mill Lane, Aberhaven": of all streets of that name the one closest to the town. */
async function findInTown(db: Queryable, text: string): Promise<FoundPlace | null> {
  const comma = text.lastIndexOf(',');
  if (comma < 1) return null;
  const streets = await placesByName(db, foldText(text.slice(0, comma)));
  const [town] = await placesByName(db, foldText(text.slice(comma + 1)));
  if (streets.length === 0 || !town) return town ? present(town) : null;
  const closest = streets.reduce((one, other) => (metresBetween(other, town) < metresBetween(one, town) ? other : one));
  return present(closest);
}

async function findAlike(db: Queryable, folded: string): Promise<FoundPlace | null> {
  const most = slipsAllowed(folded.length);
  if (most === 0) return null;
  const candidates = (await placesByLikeness(db, folded, most)).flatMap((place) => {
    const slips = countSlips(folded, place.folded, most);
    return slips === null ? [] : [{ place, slips }];
  });
  const [best] = candidates.sort((one, other) => one.slips - other.slips);
  return best ? present(best.place) : null;
}

const present = ({ name, lat, lng }: NamedPlace): FoundPlace => ({ label: name, type: 'place', point: { lat, lng } });

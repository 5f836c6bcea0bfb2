import type { PlaceChoice } from '../contract/desk-asset.ts';
import type { Deps } from '../deps.ts';
import { findPlace } from '../places/find-place.ts';
import { venuesLike } from './place-queries.ts';

/** What somebody may mean by a place they typed: venues of that name first, then a postcode, street or town. */
export async function findPlaces(deps: Pick<Deps, 'db' | 'clock'>, typed: string): Promise<PlaceChoice[]> {
  const words = typed.trim();
  if (words.length < 2) return [];
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&').replace(/[\s,]+/g, '%')}%`;
  const [venues, place] = await Promise.all([venuesLike(deps.db, pattern), findPlace(deps, words)]);
  return [
    ...venues.map((venue): PlaceChoice => ({ type: 'venue', ...venue })),
    ...(place ? [{ type: 'point' as const, ...place.point, label: place.label }] : []),
  ];
}

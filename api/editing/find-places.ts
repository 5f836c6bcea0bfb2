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
  // A hall that is known as a place, too, is offered once.
  const isOffered = venues.some(({ name, name_cy }) => place?.label === name || place?.label === name_cy);
  return [
    ...venues.map((venue): PlaceChoice => ({ type: 'venue', ...venue })),
    ...(place && !isOffered ? [{ type: 'point' as const, ...place.point, label: place.label }] : []),
  ];
}

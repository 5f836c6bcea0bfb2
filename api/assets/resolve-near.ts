import type { Point } from '../contract/geo.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { findPlace } from '../places/find-place.ts';
import { splitPlaceFromWords } from '../places/split-place-from-words.ts';

/** What is searched for and from where, once words and place are told apart. */
export interface Sought {
  words: string;
  near: { label: string; point: Point } | null;
}

/**
 * `near` as given, else a place inside the words ("knitting near QX3 2AB"), when it is one we know; otherwise all words stay words.
 * Throws bad-request when `near` was given and means nothing to us.
 */
export async function resolveNear(deps: Pick<Deps, 'db' | 'clock'>, { q, near }: { q?: string; near?: string }): Promise<Sought> {
  if (near) {
    const place = await findPlace(deps, near);
    if (!place)
      throw badRequest([{ field: 'near', detail: `we do not know “${near}”; try a postcode, a village or a street around here` }]);
    return { words: q ?? '', near: { label: place.label, point: place.point } };
  }
  const split = splitPlaceFromWords(q ?? '');
  const place = split.near ? await findPlace(deps, split.near, { wholeNames: true }) : null;
  return place ? { words: split.words, near: { label: place.label, point: place.point } } : { words: q ?? '', near: null };
}

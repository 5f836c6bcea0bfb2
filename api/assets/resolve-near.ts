import type { Point } from '../contract/geo.ts';
import type { Deps } from '../deps.ts';
import { findPlace } from '../places/find-place.ts';
import { findSettlement } from '../places/find-settlement.ts';
import { formatPostcode } from '../places/postcode-rules.ts';
import { splitPlaceFromWords } from '../places/split-place-from-words.ts';
import { unknownPlace } from '../places/unknown-place.ts';

/** What is searched for and from where, once words and place are told apart. */
export interface Sought {
  words: string;
  near: { label: string; point: Point } | null;
  /** A postcode among the words that we do not know: said, not searched for. */
  unknownPlace: string | null;
}

type PlaceDeps = Pick<Deps, 'db' | 'clock'>;

/** `near` as given, else a place inside the words. Throws bad-request when `near` was given and means nothing to us. */
export async function resolveNear(deps: PlaceDeps, { q, near }: { q?: string; near?: string }): Promise<Sought> {
  if (!near) return takePlaceFromWords(deps, q ?? '');
  const place = await findPlace(deps, near);
  if (!place) throw unknownPlace(near);
  return { words: q ?? '', near: { label: place.label, point: place.point }, unknownPlace: null };
}

/** "knitting near QX3 2AB", "Llanderw": a place when it is one we know; otherwise all words stay words. */
async function takePlaceFromWords(deps: PlaceDeps, q: string): Promise<Sought> {
  const split = splitPlaceFromWords(q);
  const place = split.near ? await findPlace(deps, split.near, { wholeNames: true }) : await findSettlement(deps.db, q);
  if (place) return { words: split.near ? split.words : '', near: { label: place.label, point: place.point }, unknownPlace: null };
  const postcode = split.near && formatPostcode(split.near);
  return postcode ? { words: split.words, near: null, unknownPlace: postcode } : { words: q, near: null, unknownPlace: null };
}

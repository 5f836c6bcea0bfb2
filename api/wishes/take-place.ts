import type { Point } from '../contract/geo.ts';
import type { Deps } from '../deps.ts';
import { type FoundPlace, findPlace } from '../places/find-place.ts';
import { findSettlement } from '../places/find-settlement.ts';
import { formatPostcode } from '../places/postcode-rules.ts';
import { splitPlaceFromWords } from '../places/split-place-from-words.ts';
import { unknownPlace } from '../places/unknown-place.ts';
import { namesUnknownPlace } from './names-unknown-place.ts';

/** A place as it was understood. */
export interface Near {
  label: string;
  point: Point;
  /** A town, village or district. */
  isSettlement: boolean;
}

/** Words and place, told apart. */
export interface WordsAndPlace {
  words: string;
  near: Near | null;
  /** The place as it stood among the words; null: it did not. */
  typed: string | null;
  /** A postcode or a place among the words that we do not know: said, not searched for. */
  unknownPlace: string | null;
}

type PlaceDeps = Pick<Deps, 'db' | 'clock'>;
type TakeDeps = PlaceDeps & Pick<Deps, 'embeddedIndex' | 'vocabulary'>;

/** `near` as given. Throws bad-request when it means nothing to us. */
export async function placeGiven(deps: PlaceDeps, near: string): Promise<Near> {
  const place = await findPlace(deps, near);
  if (!place) throw unknownPlace(near);
  return nearOf(place);
}

/**
 * "knitting near QX3 2AB", "Llanderw": a place when it is one we know; otherwise all words stay words. `afterDistance`: "of" may stand before
 * it, as in "within a mile of Llanderw".
 */
export async function takePlace(deps: TakeDeps, text: string, { afterDistance = false } = {}): Promise<WordsAndPlace> {
  const split = splitPlaceFromWords(text, { afterDistance });
  const place = split.near ? await findPlace(deps, split.near, { wholeNames: true }) : await findSettlement(deps.db, text);
  if (place)
    return {
      words: split.near ? split.words : '',
      near: nearOf(place),
      typed: split.near ? split.typed : text,
      unknownPlace: null,
    };
  const unknown = split.near && (formatPostcode(split.near) ?? ((await namesUnknownPlace(deps, split)) ? split.near : null));
  return { words: unknown ? split.words : text, near: null, typed: null, unknownPlace: unknown };
}

const nearOf = ({ label, point, isSettlement = false }: FoundPlace): Near => ({ label, point, isSettlement });

import type { AssetQuery, Understood } from '../contract/asset-query.ts';
import type { Deps } from '../deps.ts';
import { splitPlaceFromWords } from '../places/split-place-from-words.ts';
import { isInNeed } from '../search/distress-words.ts';
import { foldText, wordsOf } from '../search/fold-text.ts';
import type { Notice } from '../search/present-notice.ts';
import { isStopWord } from '../search/stop-words.ts';
import { londonDate } from '../time/london-time.ts';
import { type ReadWish, readWish } from './read-wish.ts';
import { type Near, placeGiven, takePlace } from './take-place.ts';
import { wishNotice } from './wish-notice.ts';
import { filtersOf, groups, groupsOf, type Piece, parametersOf, type WishFilters } from './wish-pieces.ts';

/** What is looked for, from where and when, once all that was typed in one box is told apart. */
export interface UnderstoodWish<Query> {
  /** What is left to search for; empty: anything. */
  words: string;
  near: Near | null;
  /** A postcode or a place among the words that we do not know: said, not searched for. */
  unknownPlace: string | null;
  /** The query with the filters that the words asked for. */
  query: Query;
  understood: Understood[];
  /** The words as they stand, only the place taken out; null when nothing else was. */
  asTyped: string | null;
  /** What could not be done as it was wished for. */
  notice: Notice | null;
}

type WishDeps = Pick<Deps, 'db' | 'clock' | 'embeddedIndex' | 'vocabulary'>;
type WishQuery = Pick<AssetQuery, 'q' | 'near'> & Required<Pick<AssetQuery, 'day' | 'time' | 'cost'>> & WishFilters;

/**
 * Takes day, time, date, distance, cost, welcome, access, language and place out of the words. What was asked for in so many words always wins, and words that
 * stand so in the name of a listing stay: "Tuesday lunch club" is what it is called. From someone in need nothing is taken: services have
 * no days, and must not be lost by them. Throws bad-request for a `near` that means nothing to us.
 */
export async function understandWish<Query extends WishQuery>(deps: WishDeps, query: Query): Promise<UnderstoodWish<Query>> {
  const typed = query.q ?? '';
  const read = readWish(typed, {
    today: londonDate(deps.clock.now()),
    given: new Set(isInNeed(wordsOf(foldText(typed))) ? groups : groupsOf(query)),
    vocabulary: deps.vocabulary.current(),
  });
  const kept = [...(await partOfName(deps, typed, read)), ...(await nowhere(deps, read))];
  const pieces = read.pieces.filter((piece) => !kept.includes(piece));
  const text = kept.length > 0 ? read.restWith(kept) : read.rest;
  const afterDistance = pieces.some(({ type }) => type === 'distance');
  const given = query.near ? await placeGiven(deps, query.near) : null;
  const taken = given ? null : await takePlace(deps, text, { afterDistance });
  const near = given ?? taken?.near ?? null;
  const filters = withoutLostDistance(filtersOf(pieces), near !== null);
  const words = taken?.words ?? text;
  const anything = (pieces.length > 0 || taken?.near) && wordsOf(foldText(words)).every(isStopWord);
  const wish = {
    words: anything ? '' : words,
    near,
    unknownPlace: taken?.unknownPlace ?? null,
    query: { ...query, ...filters },
    understood: [
      ...pieces.map(({ type, text, filters }) => ({ type, text, filters: parametersOf(withoutLostDistance(filters, near !== null)) })),
      ...(taken?.near && taken.typed !== null ? [{ type: 'place' as const, text: taken.typed, filters: { near: taken.near.label } }] : []),
    ],
    asTyped: pieces.length > 0 ? wordsBesidePlace(read.restWith(read.pieces), taken?.typed ?? null) : null,
  };
  return { ...wish, notice: wishNotice(wish) };
}

/** The pieces that are part of a name together with other words: all of them, or else one. */
async function partOfName({ embeddedIndex }: WishDeps, typed: string, read: ReadWish): Promise<Piece[]> {
  if (read.pieces.length === 0) return [];
  const others = wordsOf(foldText(splitPlaceFromWords(read.rest).words)).some((word) => !isStopWord(word));
  for (const kept of [read.pieces, ...read.pieces.map((piece) => [piece])]) {
    const name = splitPlaceFromWords(read.restWith(kept)).words;
    // "Choir near Llanderw on Tuesday": the place took it along.
    if (!kept.every(({ text }) => name.includes(text))) continue;
    // "Coffee tomorrow morning" is no coffee morning: what stood between has been taken out.
    if (!` ${foldText(typed)} `.includes(` ${foldText(name)} `)) continue;
    const holding = await embeddedIndex.nameHolding(name);
    if (holding === 'whole' || (holding === 'together' && others)) return kept;
  }
  return [];
}

/** What nothing here offers stays words, which may find more: "Swahili speaking". */
async function nowhere({ embeddedIndex }: WishDeps, { pieces }: ReadWish): Promise<Piece[]> {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const { access = [], language = [] } = piece.filters;
    const isHere = [
      ...access.map((value) => embeddedIndex.hasValue('access', value)),
      ...language.map((value) => embeddedIndex.hasValue('language', value)),
    ];
    if (isHere.length > 0 && !(await Promise.all(isHere)).some(Boolean)) found.push(piece);
  }
  return found;
}

/** How far means nothing where nobody knows from where. */
function withoutLostDistance({ within, ...filters }: WishFilters, placed: boolean): WishFilters {
  return placed && within !== undefined ? { ...filters, within } : filters;
}

function wordsBesidePlace(text: string, place: string | null): string {
  if (place === null) return text;
  const at = text.lastIndexOf(place);
  return at === -1 ? text : `${text.slice(0, at)} ${text.slice(at + place.length)}`.replace(/\s+/g, ' ').trim();
}

import type { Deps } from '../deps.ts';
import { SearchRefused, SearchUnavailable } from '../errors.ts';
import type { AskedIndex, IndexAnswer, IndexPoint, IndexQuery, NameQuery } from './asset-index.ts';
import { SearchResting } from './circuit-breaker.ts';
import { listLeaving } from './outbox-queries.ts';
import type { Notice } from './present-notice.ts';

type SearchDeps = Pick<Deps, 'db' | 'assetIndex' | 'embeddedIndex' | 'log'>;

/** What a request has asked for ahead. */
export interface Leaving {
  leaving?: Promise<string[]>;
}

export interface Judging extends Leaving {
  /** Whoever asks loads every hit, and asks the embedded index when one of them is gone. */
  judgesHits?: boolean;
}

/** Nobody sees an error page because Meilisearch is away: the embedded index answers, and says so. */
export async function searchWithFallback(
  deps: SearchDeps & Judging,
  query: IndexQuery,
): Promise<{ answer: IndexAnswer; notice: Notice | null }> {
  const without = await (deps.leaving ?? listWhatLeaves(deps));
  const { result, fellBack } = await askWithFallback(deps, (index) => index.search({ ...query, without }));
  if (fellBack) return { answer: result, notice: { code: 'search-resting' } };
  const isFit = deps.judgesHits || (await isUpToDate(deps, result));
  return { answer: isFit ? result : await deps.embeddedIndex.search(query), notice: null };
}

/**
 * Without words both indexes let the same documents through, but for the very edge of a circle, and the embedded one has them all in memory. With words Meilisearch says which,
 * and the directory where: a place that was taken off is shown by nobody.
 */
export async function pointsWithFallback(deps: SearchDeps, query: Omit<IndexQuery, 'sort' | 'offset'>): Promise<IndexPoint[]> {
  if (query.text === '') return deps.embeddedIndex.points(query);
  const { result, fellBack } = await askWithFallback(deps, (index) => index.points(query));
  return fellBack || deps.assetIndex === deps.embeddedIndex ? result : deps.embeddedIndex.placesOf(result.map(({ id }) => id));
}

export async function namedWithFallback(deps: SearchDeps, query: NameQuery): Promise<string[]> {
  return (await askWithFallback(deps, (index) => index.named(query))).result;
}

/** More than these wait only while Meilisearch is away, or a whole import is taken back. */
const mostLeaving = 1_000;

/** Meilisearch is told of a takedown only after it: until then it neither shows nor counts what is gone. */
export async function listWhatLeaves({ db, assetIndex, embeddedIndex }: Omit<SearchDeps, 'log'>): Promise<string[]> {
  return assetIndex === embeddedIndex ? [] : listLeaving(db, mostLeaving);
}

/** An index that finds what is not here is wrong by more than it is about to be told, and so are its counts. */
async function isUpToDate({ assetIndex, embeddedIndex }: SearchDeps, { ids }: IndexAnswer): Promise<boolean> {
  return assetIndex === embeddedIndex || (await embeddedIndex.versions(ids)).size === ids.length;
}

async function askWithFallback<Result>(
  { assetIndex, embeddedIndex, log }: SearchDeps,
  ask: (index: AskedIndex) => Promise<Result>,
): Promise<{ result: Result; fellBack: boolean }> {
  if (assetIndex === embeddedIndex) return { result: await ask(embeddedIndex), fellBack: false };
  try {
    return { result: await ask(assetIndex), fellBack: false };
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    const level = error instanceof SearchRefused ? 'info' : 'warn';
    if (!(error instanceof SearchResting)) log[level]({ err: error }, 'the search index did not answer; the embedded one does');
    return { result: await ask(embeddedIndex), fellBack: true };
  }
}

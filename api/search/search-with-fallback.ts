import type { Deps } from '../deps.ts';
import { SearchRefused, SearchUnavailable } from '../errors.ts';
import type { AssetIndex, IndexAnswer, IndexPoint, IndexQuery, NameQuery } from './asset-index.ts';
import { SearchResting } from './circuit-breaker.ts';
import type { Notice } from './present-notice.ts';

type SearchDeps = Pick<Deps, 'assetIndex' | 'embeddedIndex' | 'log'>;

/** Nobody sees an error page because Meilisearch is away: the embedded index answers, and says so. */
export async function searchWithFallback(deps: SearchDeps, query: IndexQuery): Promise<{ answer: IndexAnswer; notice: Notice | null }> {
  const { result, fellBack } = await askWithFallback(deps, (index) => index.search(query));
  return { answer: result, notice: fellBack ? { code: 'search-resting' } : null };
}

/** Without words both indexes let the same documents through, and the embedded one has them all in memory. */
export async function pointsWithFallback(deps: SearchDeps, query: Omit<IndexQuery, 'sort' | 'offset'>): Promise<IndexPoint[]> {
  if (query.text === '') return deps.embeddedIndex.points(query);
  return (await askWithFallback(deps, (index) => index.points(query))).result;
}

export async function namedWithFallback(deps: SearchDeps, query: NameQuery): Promise<string[]> {
  return (await askWithFallback(deps, (index) => index.named(query))).result;
}

async function askWithFallback<Result>(
  { assetIndex, embeddedIndex, log }: SearchDeps,
  ask: (index: AssetIndex) => Promise<Result>,
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

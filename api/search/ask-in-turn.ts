import type { Log } from '../deps.ts';
import { SearchRefused, SearchUnavailable } from '../errors.ts';
import type { AskedIndex } from './asset-index.ts';
import { SearchResting } from './circuit-breaker.ts';

export interface Copy {
  index: AskedIndex;
  server: string;
}

/**
 * Copies of one index: each question goes to the next of them, and on to another where that one does not answer. One that is behind with what
 * it should have been told is not asked.
 */
export function askInTurn(copies: readonly Copy[], { isBehind, log }: { isBehind(server: string): boolean; log: Log }): AskedIndex {
  let turn = 0;

  async function ask<Result>(question: (index: AskedIndex) => Promise<Result>): Promise<Result> {
    turn = (turn + 1) % copies.length;
    const inTurn = [...copies.slice(turn), ...copies.slice(0, turn)].filter(({ server }) => !isBehind(server));
    let failure = new SearchResting('Every copy of the search index is behind.');
    for (const [position, { index, server }] of inTurn.entries()) {
      try {
        return await question(index);
      } catch (error) {
        if (!(error instanceof SearchUnavailable) || error instanceof SearchRefused) throw error;
        if (failure instanceof SearchResting) failure = error;
        const isLast = position === inTurn.length - 1;
        if (!isLast && !(error instanceof SearchResting))
          log.warn({ err: error, server }, 'a search index did not answer; the next is asked');
      }
    }
    throw failure;
  }

  return {
    name: 'meilisearch',
    search: (query) => ask((index) => index.search(query)),
    points: (query) => ask((index) => index.points(query)),
    named: (query) => ask((index) => index.named(query)),
  };
}

import { SearchRefused, SearchUnavailable } from '../errors.ts';
import type { AskedIndex } from './asset-index.ts';

/** Copies of one index: each question goes to the next of them, and on to another where that one does not answer. */
export function askInTurn(copies: readonly AskedIndex[]): AskedIndex {
  let turn = 0;

  async function ask<Result>(question: (index: AskedIndex) => Promise<Result>): Promise<Result> {
    turn = (turn + 1) % copies.length;
    let failure: unknown;
    for (const copy of [...copies.slice(turn), ...copies.slice(0, turn)]) {
      try {
        return await question(copy);
      } catch (error) {
        if (!(error instanceof SearchUnavailable) || error instanceof SearchRefused) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  return {
    name: 'meilisearch',
    search: (query) => ask((index) => index.search(query)),
    points: (query) => ask((index) => index.points(query)),
    named: (query) => ask((index) => index.named(query)),
    ping: () => ask((index) => index.ping()),
  };
}

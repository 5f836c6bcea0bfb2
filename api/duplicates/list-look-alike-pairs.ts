import type { Deps } from '../deps.ts';
import { alikePairs } from './look-alike-queries.ts';
import { judgeLikeness, type Likeness } from './look-alike-rules.ts';

export interface LookAlikePair {
  ids: [string, string];
  score: number;
  likenesses: Likeness[];
}

const most = 500;

/** Public assets of an area (slug) that may be one, likest first; those that somebody found to be two stay away. */
export async function listLookAlikePairs({ db }: Pick<Deps, 'db'>, area: string): Promise<LookAlikePair[]> {
  const pairs = (await alikePairs(db, area, most)).flatMap(({ one, other, ...compared }): LookAlikePair[] => {
    const judged = judgeLikeness(compared);
    return judged ? [{ ids: [one, other], ...judged }] : [];
  });
  return pairs.sort((one, other) => other.score - one.score);
}

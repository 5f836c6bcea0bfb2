import type { Deps } from '../deps.ts';
import { knownPairs } from './known-look-alike-queries.ts';
import type { Likeness } from './look-alike-rules.ts';

export interface LookAlikePair {
  ids: [string, string];
  likenesses: Likeness[];
}

export interface LookedIn {
  /** Null: everywhere. */
  areaIds: string[] | null;
  /** Also what lies in no area. */
  andNone: boolean;
  limit: number;
}

/** Public assets that may be one, likest first, as they were last compared; those that somebody found to be two stay away. */
export async function listLookAlikePairs({ db }: Pick<Deps, 'db'>, lookedIn: LookedIn): Promise<LookAlikePair[]> {
  return (await knownPairs(db, lookedIn)).map(({ one, other, likenesses }) => ({ ids: [one, other], likenesses }));
}

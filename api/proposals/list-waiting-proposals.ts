import type { Deps } from '../deps.ts';
import { junkFrom } from './junk-rules.ts';
import { countWaiting, type ProposalRow, waitingProposals } from './proposal-queries.ts';

export interface WaitingAsked {
  areaIds: string[];
  /** Also what lies in no area. */
  noArea?: boolean;
  /** The heap of what is probably junk instead. */
  junk?: boolean;
  /** The last one of the page before. */
  after?: { created_at: Date; id: string } | null;
  limit?: number;
}

export interface WaitingProposals {
  items: ProposalRow[];
  /** How many wait in all, and how many in the heap of junk. */
  likely: number;
  junk: number;
}

const usualLimit = 50;

/** What waits for an answer, the oldest first; what is probably junk stands apart and never in its way. Private parts included: for the desk. */
export async function listWaitingProposals({ db }: Pick<Deps, 'db'>, asked: WaitingAsked): Promise<WaitingProposals> {
  const { areaIds, noArea = false, junk = false, after = null, limit = usualLimit } = asked;
  const [items, counts] = await Promise.all([
    waitingProposals(db, { areaIds, noArea, junk, junkFrom, after: after && { at: after.created_at, id: after.id }, limit }),
    countWaiting(db, areaIds, noArea, junkFrom),
  ]);
  return { items, ...counts };
}

import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { deletePastProposals } from './proposal-queries.ts';

/** What is past its day goes: the promise that stands beside the form. Answers how many went. */
export const forgetProposals = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> =>
  deletePastProposals(db, londonDate(clock.now()));

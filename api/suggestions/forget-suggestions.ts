import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { deletePastSuggestions } from './suggestion-queries.ts';

/** What is past its day goes: the promise that stands beside the form. Answers how many went. */
export const forgetSuggestions = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> =>
  deletePastSuggestions(db, londonDate(clock.now()));

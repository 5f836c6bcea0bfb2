import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { dropKeptContacts } from './draft-queries.ts';
import { deletePastProposals } from './proposal-queries.ts';

/** What is past its day goes: the promise that stands beside the form. Answers how many went. */
export const forgetProposals = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> =>
  deletePastProposals(db, londonDate(clock.now()));

/** Contacts that were kept for as long as a publication could be undone. */
export const forgetKeptContacts = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) => dropKeptContacts(db, clock.now());

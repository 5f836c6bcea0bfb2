import type { AssetState } from '../contract/asset-state.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { holdWaiting } from './close-proposal.ts';
import { stateFromProposal } from './state-from-proposal.ts';

/** What a proposal tells of, as an asset that nobody sees yet: for who writes on it before it is published. Throws not-found and gone. */
export const draftOfProposal = (deps: Pick<Deps, 'db' | 'clock'>, id: string): Promise<AssetState> =>
  deps.db.transaction(async (tx) => ({ ...stateFromProposal(await holdWaiting(tx, id), londonDate(deps.clock.now())), status: 'draft' }));

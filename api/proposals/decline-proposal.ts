import type { By } from '../assets/save-asset.ts';
import type { Deps } from '../deps.ts';
import { closeProposal, holdWaiting } from './close-proposal.ts';
import { dropDraft } from './draft-of-proposal.ts';

/** Leaves it out, with a kind reason in the words of who says so; it is kept until its day. Throws not-found and gone. */
export async function declineProposal(
  deps: Pick<Deps, 'db' | 'clock'>,
  id: string,
  { by, reason }: { by: By; reason: string },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const row = await holdWaiting(tx, id);
    await dropDraft(tx, now, id);
    await closeProposal(tx, now, row, { answered: 'declined', from: by.name, reason, page: null, made: {} });
  });
}

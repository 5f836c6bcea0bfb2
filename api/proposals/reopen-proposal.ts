import { unmakeAsset } from '../assets/unmake-asset.ts';
import type { Proposal } from '../contract/proposal.ts';
import type { Queryable } from '../db/database.ts';
import { recordChange } from '../search/record-change.ts';
import { takeBackAnswerLetter } from '../suggestions/reopen-suggestion.ts';
import { deleteSignpostDraft } from './answer-queries.ts';
import { setProposalWaiting } from './proposal-queries.ts';

/** What the answer to a proposal made and forgot. */
export interface AnsweredProposal {
  id: string;
  /** The contact, which goes with the answer. */
  fields: Pick<Proposal, 'contact' | 'contact_name' | 'may_show'>;
  assetId: string | null;
  signpostId: string | null;
}

/** It waits as before the answer, and what was made of it goes. Throws edited-meanwhile when somebody has changed that since. */
export async function reopenProposal(tx: Queryable, { id, fields, assetId, signpostId }: AnsweredProposal, now: Date): Promise<void> {
  if (assetId) await unmakeAsset(tx, now, assetId);
  if (signpostId) {
    await deleteSignpostDraft(tx, signpostId);
    await recordChange(tx, now, { signpostIds: [signpostId] });
  }
  await setProposalWaiting(tx, id, { fields, replyEmail: await takeBackAnswerLetter(tx, id, now) });
}

import { type By, saveAsset } from '../assets/save-asset.ts';
import { takeOutUntouchedDraft } from '../assets/unmake-asset.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { holdBackAnswer, takeBackAnswerLetter } from '../suggestions/reopen-suggestion.ts';
import { londonDate } from '../time/london-time.ts';
import { closeProposal, holdWaiting } from './close-proposal.ts';
import { draftedProposal, dropKeptContacts, keepContact, setDraft, standingDraft } from './draft-queries.ts';
import { holdProposal, setProposalWaiting } from './proposal-queries.ts';
import { stateFromProposal } from './state-from-proposal.ts';

/**
 * Makes a draft of a proposal for who writes on it before it is published; once more, the same draft. The proposal waits until then, so that
 * nobody is told of what nobody can see. Answers the draft's id. Throws not-found and gone.
 */
export async function draftOfProposal(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  id: string,
  { by, publicUrl }: { by: By; publicUrl: string },
): Promise<string> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const row = await holdWaiting(tx, id);
    const standing = await standingDraft(tx, id);
    if (standing) return standing;
    const state = { ...stateFromProposal(row, londonDate(now)), status: 'draft' as const };
    const made = await saveAsset(tx, now, { state, by, of: null });
    await setDraft(tx, id, { assetId: made.id, page: `${publicUrl}${row.locale === 'cy' ? '/cy' : ''}/around/${made.slug}` });
    return made.id;
  });
}

/** With its draft's publication a proposal is accepted; its letter waits as long as that can be undone at a glance, its contact as long as at all. */
export async function acceptDrafted(
  tx: Queryable,
  now: Date,
  { assetId, by, undoneUntil }: { assetId: string; by: By; undoneUntil: Date },
): Promise<void> {
  const drafted = await draftedProposal(tx, assetId, 'waiting');
  const row = drafted && (await holdProposal(tx, drafted.id));
  if (!row) return;
  await closeProposal(tx, now, row, { answered: 'accepted', from: by.name, reason: '', page: drafted.draft_page, made: { assetId } });
  await holdBackAnswer(tx, row.id, new Date(now.getTime() + takeBackMs));
  const { contact, contact_name, may_show } = row.fields;
  await keepContact(tx, row.id, { contact: { contact, contact_name, may_show }, until: undoneUntil });
}

/** A draft again, and the proposal waits as before. Who was told of it already is not told again. */
export async function reopenDrafted(tx: Queryable, now: Date, assetId: string): Promise<void> {
  await dropKeptContacts(tx, now);
  const drafted = await draftedProposal(tx, assetId, 'accepted');
  if (!drafted?.kept_contact) return;
  await setProposalWaiting(tx, drafted.id, { fields: drafted.kept_contact, replyEmail: await takeBackAnswerLetter(tx, drafted.id, now) });
}

/** The proposal is answered another way: a draft on which nobody wrote goes. */
export async function dropDraft(tx: Queryable, now: Date, proposalId: string): Promise<void> {
  const assetId = await standingDraft(tx, proposalId);
  if (assetId) await takeOutUntouchedDraft(tx, now, assetId);
}

import { requireRight } from '../accounts/require-right.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import type { ReviewAnswer } from '../contract/desk-review.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { endProposedEdit, findProposedEdit, type ProposedEdit, sendEditBack } from '../editing/keep-proposed-edit.ts';
import { gone, openState } from '../editing/open-asset.ts';
import { saveEdit } from '../editing/save-edit.ts';
import { draftOfProposal } from '../proposals/draft-of-proposal.ts';
import { answerSuggestion } from '../suggestions/answer-suggestion.ts';
import { holdBackAnswer } from '../suggestions/reopen-suggestion.ts';
import { finishItem } from '../today/finish-item.ts';
import { areaOfProposal, suggestionText, suggestionToAnswer } from './review-queries.ts';

type ReviewDeps = Pick<Deps, 'db' | 'clock'>;

/** Where the desk goes on to: the editor of an asset, with what waits in hand; or to the next that waits, with a step that can be taken back. */
export type GoOnTo = { assetId: string; proposed?: string; suggestion?: string } | { step: string } | null;

interface Answering {
  viewer: SignedIn;
  publicUrl: string;
}

/** Answers one thing that waits. Throws not-found, gone when somebody else did, not-yours, and edited-meanwhile. */
export function answerWaiting(deps: ReviewDeps, answering: Answering, given: ReviewAnswer): Promise<GoOnTo> {
  if (given.type === 'suggestion') return answerOneSuggestion(deps, answering, given);
  return given.type === 'edit' ? answerEdit(deps, answering, given) : answerNew(deps, answering, given);
}

/** As from Today: all of it or nothing, and no letter goes before it can no longer be taken back. */
async function answerOneSuggestion(
  deps: ReviewDeps,
  { viewer, publicUrl }: Answering,
  { id, answer, words }: ReviewAnswer,
): Promise<GoOnTo> {
  const row = await suggestionToAnswer(deps.db, id);
  if (!row) throw gone();
  await requireRight(deps, viewer, 'suggestion.review', row.area_id);
  if (answer === 'change-first') return { assetId: row.asset_id, suggestion: id };
  const act = answer !== 'accept' ? 'kept' : row.type === 'closed' ? 'closed' : 'put-right';
  return { step: await finishItem(deps, viewer, { key: `suggestion:${id}`, act, words: answer === 'accept' ? '' : words, publicUrl }) };
}

async function answerEdit(deps: ReviewDeps, { viewer }: Answering, { id, answer, words }: ReviewAnswer): Promise<GoOnTo> {
  const row = await openProposedEdit(deps, viewer, id);
  if (answer === 'change-first') return { assetId: row.asset_id, proposed: id };
  if (answer === 'decline') {
    await sendEditBack(deps.db, id, words);
    return null;
  }
  const standing = await openState(deps, viewer, row.asset_id);
  await saveEdit(deps, viewer, standing, { state: row.state, version: row.of_version }, (tx) => endProposedEdit(tx, id));
  return null;
}

const newActs = { accept: 'published', decline: 'left-out', signpost: 'signpost' } as const;

async function answerNew(deps: ReviewDeps, { viewer, publicUrl }: Answering, { id, answer, words }: ReviewAnswer): Promise<GoOnTo> {
  if (answer !== 'change-first')
    return { step: await finishItem(deps, viewer, { key: `proposal:${id}`, act: newActs[answer], words, publicUrl }) };
  const proposal = await areaOfProposal(deps.db, id);
  if (!proposal) throw gone();
  await requireRight(deps, viewer, 'suggestion.review', proposal.area_id);
  await requireRight(deps, viewer, 'asset.publish', proposal.area_id);
  return { assetId: await draftOfProposal(deps, id, { by: viewer, publicUrl }) };
}

/** What a builder proposed, for who may answer it. Throws not-found and not-yours. */
export async function openProposedEdit(deps: ReviewDeps, viewer: SignedIn, id: string): Promise<ProposedEdit> {
  const row = await findProposedEdit(deps.db, id);
  if (!row) throw gone();
  const { state } = await openState(deps, viewer, row.asset_id);
  await requireRight(deps, viewer, 'suggestion.review', state.area_id);
  return row;
}

/** What a neighbour said of an asset, beside which it is edited; null: nothing that still waits. */
export async function openSuggestion(
  deps: ReviewDeps,
  viewer: SignedIn,
  { id, assetId }: { id: string; assetId: string },
): Promise<string | null> {
  const { state } = await openState(deps, viewer, assetId);
  await requireRight(deps, viewer, 'suggestion.review', state.area_id);
  return suggestionText(deps.db, id, assetId);
}

/** What was in hand while an asset was edited is answered with its publication. */
export async function finishReview(
  deps: ReviewDeps,
  { viewer, publicUrl }: Answering,
  { proposed, suggestion }: { proposed: string | null; suggestion: string | null },
): Promise<void> {
  if (proposed) {
    await openProposedEdit(deps, viewer, proposed);
    await endProposedEdit(deps.db, proposed);
  }
  if (!suggestion) return;
  await answerSuggestion(deps, suggestion, { by: viewer, answered: 'changed', publicUrl });
  await holdBackAnswer(deps.db, suggestion, new Date(deps.clock.now().getTime() + takeBackMs));
}

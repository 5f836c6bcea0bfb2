import { reopenAsset } from '../assets/close-asset.ts';
import { type By, markOf, saveAsset } from '../assets/save-asset.ts';
import { takeBackMs, unwriteCheck } from '../checks/take-back-check.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { TodayStep } from '../contract/today.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import { insideTransaction } from '../db/inside-transaction.ts';
import type { Deps } from '../deps.ts';
import { unsayNotSame } from '../duplicates/say-not-same.ts';
import { type AnsweredProposal, reopenProposal } from '../proposals/reopen-proposal.ts';
import { reopenSuggestion } from '../suggestions/reopen-suggestion.ts';
import { deletePastPutOff, deletePastSteps, ownStep, type StepRow, setTakenBack, unputOff } from './step-queries.ts';

type TodayDeps = Pick<Deps, 'db' | 'clock'>;

/** What takes a part of a step back. */
export type Undo =
  | { part: 'check'; assetId: string; id: number }
  | { part: 'closed'; assetId: string }
  | { part: 'suggestion'; id: string }
  | ({ part: 'proposal' } & AnsweredProposal)
  | { part: 'two'; pair: [string, string] }
  | { part: 'state'; id: string; version: number; state: AssetState }
  | { part: 'put-off'; item: string };

/** All stands as before one's own last step. False: it is too late, or was taken back already. Throws edited-meanwhile. */
export async function undoStep({ db, clock }: TodayDeps, viewer: SignedIn, id: string): Promise<boolean> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const step = await ownStep(tx, { accountId: viewer.accountId, id, hold: true });
    if (!step || !canTakeBack(step, now)) return false;
    for (const part of step.undo.toReversed()) await undoPart(tx, now, viewer, part);
    await setTakenBack(tx, id);
    return true;
  });
}

async function undoPart(tx: Queryable, now: Date, { accountId, name }: SignedIn, undo: Undo): Promise<void> {
  const by: By = { accountId, name };
  if (undo.part === 'check') await unwriteCheck(tx, now, undo);
  else if (undo.part === 'closed') await reopenAsset(tx, now, { assetId: undo.assetId, madeBy: markOf(by) });
  else if (undo.part === 'suggestion') await reopenSuggestion(tx, undo.id, now);
  else if (undo.part === 'proposal') await reopenProposal(tx, undo, now);
  else if (undo.part === 'two') await unsayNotSame({ db: insideTransaction(tx) }, undo.pair);
  else if (undo.part === 'state') await saveAsset(tx, now, { state: undo.state, by, of: { id: undo.id, version: undo.version } });
  else await unputOff(tx, accountId, undo.item);
}

/** One's own step, for saying what was done; null: it is past. */
export async function readStep({ db, clock }: TodayDeps, viewer: SignedIn, id: string): Promise<TodayStep | null> {
  const step = isId.test(id) ? await ownStep(db, { accountId: viewer.accountId, id }) : undefined;
  if (!step) return null;
  const { act, name, name_cy, taken_back: takenBack } = step;
  return { id, act, name, name_cy, takenBack, canTakeBack: canTakeBack(step, clock.now()), made: madeBy(step) };
}

/** What can no longer be taken back goes, and what was put off until a day that has come. */
export async function forgetSteps({ db, clock }: TodayDeps): Promise<void> {
  await deletePastSteps(db, new Date(clock.now().getTime() - takeBackMs));
  await deletePastPutOff(db, clock.now());
}

const madeBy = ({ undo }: StepRow) => undo.flatMap((each) => (each.part === 'proposal' && each.assetId ? [each.assetId] : []))[0] ?? null;

const canTakeBack = ({ made_at, taken_back }: StepRow, now: Date) => !taken_back && now.getTime() - made_at.getTime() < takeBackMs;

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

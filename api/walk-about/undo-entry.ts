import { reopenAsset } from '../assets/close-asset.ts';
import { markOf } from '../assets/save-asset.ts';
import { unmakeAsset } from '../assets/unmake-asset.ts';
import { takeBackMs, unwriteCheck } from '../checks/take-back-check.ts';
import { unwriteConnection } from '../connections/take-back-connection.ts';
import type { ConnectionKind } from '../contract/connection.ts';
import { isUuid } from '../contract/state-parts.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { WalkDone } from '../contract/walk-about.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { takeBackProposal } from '../proposals/take-back-proposal.ts';
import { takeBackSuggestion } from '../suggestions/take-back-suggestion.ts';
import { blankEntries, deleteEntries, type EntryRow, entryRow, setEntryTakenBack } from './walk-queries.ts';

/** What takes a part of an entry back. */
export type WalkUndo =
  | { part: 'check'; assetId: string; id: number }
  | { part: 'connection'; assetId: string; what: ConnectionKind; at: string }
  | { part: 'closed'; assetId: string }
  | { part: 'made'; assetId: string }
  | { part: 'said'; id: string }
  | { part: 'proposed'; id: string };

/** For as long as a phone may send the same again without our having answered. */
const keptDays = 30;

/** Within ten minutes of its being taken all stands as before. False: it is too late, or was taken back already. Throws edited-meanwhile. */
export async function undoEntry({ db, clock }: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<boolean> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const row = isUuid(id) ? await entryRow(tx, id, { hold: true }) : undefined;
    if (row?.account_id !== viewer.accountId || !canTakeBack(row, now)) return false;
    for (const part of row.undo.toReversed()) await undoPart(tx, now, viewer, part);
    await setEntryTakenBack(tx, id);
    return true;
  });
}

async function undoPart(tx: Queryable, now: Date, viewer: SignedIn, undo: WalkUndo): Promise<void> {
  switch (undo.part) {
    case 'check':
      // It may have been made long before it was sent.
      return void (await unwriteCheck(tx, now, { ...undo, since: new Date(0) }));
    case 'connection':
      return void (await unwriteConnection(tx, new Date(undo.at), undo));
    case 'closed':
      return void (await reopenAsset(tx, now, { assetId: undo.assetId, madeBy: markOf(viewer) }));
    case 'made':
      return unmakeAsset(tx, now, undo.assetId);
    case 'said':
      return takeBackSuggestion(tx, undo.id);
    case 'proposed':
      return void (await takeBackProposal(tx, undo.id));
  }
}

/** One's own entry, for saying what was done; null: it is past. */
export async function readEntry({ db, clock }: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<WalkDone | null> {
  const row = isUuid(id) ? await entryRow(db, id) : undefined;
  if (row?.account_id !== viewer.accountId || row.act === null || row.name === null) return null;
  const { act, name, name_cy, taken_back: takenBack } = row;
  return { id, act, name, name_cy, takenBack, canTakeBack: canTakeBack(row, clock.now()) };
}

/** Of what can no longer be taken back the bare id stays, and that goes when no phone will send it again. */
export async function forgetEntries({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  await blankEntries(db, before(takeBackMs));
  await deleteEntries(db, before(keptDays * 86_400_000));
}

const canTakeBack = ({ taken_at, taken_back, undo }: EntryRow, now: Date) =>
  !taken_back && undo.length > 0 && now.getTime() - taken_at.getTime() < takeBackMs;

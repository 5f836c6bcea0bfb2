import { mayDo } from '../accounts/rights-rules.ts';
import { closeAsset } from '../assets/close-asset.ts';
import { markOf } from '../assets/save-asset.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import { writeCheck } from '../checks/log-check.ts';
import { writeConnection } from '../connections/log-connection.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { WalkedAsset } from '../contract/walk-about.ts';
import type { Queryable } from '../db/database.ts';
import { EditedMeanwhile, notFound } from '../errors.ts';
import { keepSuggestion } from '../suggestions/suggest.ts';
import type { WalkUndo } from './undo-entry.ts';
import { holdWalked, type WalkedRow } from './walk-queries.ts';

/** When it came in, and when it was noted. */
export interface Noted {
  now: Date;
  at: Date;
}

export interface WalkWritten {
  name: string;
  name_cy: string | null;
  undo: WalkUndo[];
}

/** Writes what was noted of a thing; whether they may is for the caller to have asked. Throws not-found and edited-meanwhile. */
export async function noteWalked(
  tx: Queryable,
  viewer: SignedIn,
  { entry, noted }: { entry: WalkedAsset; noted: Noted },
): Promise<WalkWritten> {
  const row = await holdWalked(tx, entry.assetId);
  // Two who find the same door shut are of one mind.
  if (row?.status === 'closed' && entry.act === 'closed') return written(row, []);
  if (row?.status !== 'published') throw notFound('This is not on the list any more.');
  const judgesWhole = entry.act === 'right' || entry.act === 'closed';
  if (judgesWhole && entry.version !== null && entry.version !== row.version) throw new EditedMeanwhile({ theirs: row, yours: entry });
  return written(row, await write(tx, viewer, { entry, row, ...noted }));
}

const written = ({ name, name_cy }: WalkedRow, undo: WalkUndo[]): WalkWritten => ({ name, name_cy, undo });

async function write(
  tx: Queryable,
  viewer: SignedIn,
  { entry: { id, act, words }, row, now, at }: { entry: WalkedAsset; row: WalkedRow } & Noted,
): Promise<WalkUndo[]> {
  const assetId = row.id;
  const by = checksAs(viewer);
  if (act === 'right') return [{ part: 'check', assetId, id: await writeCheck(tx, now, { assetId, by, at }) }];
  if (act === 'closed' && mayDo(viewer, 'asset.retire', row.area_id)) {
    await closeAsset(tx, now, { assetId, madeBy: markOf(viewer) });
    return [{ part: 'closed', assetId }];
  }
  if (act === 'closed' || act === 'different' || act === 'not-here') {
    // It waits on the desk, where whoever noted it may be the one to answer: no letter.
    const said = act === 'closed' ? { type: 'closed' as const, text: words } : { type: 'change' as const, text: words };
    await keepSuggestion(tx, {
      ...{ id, said: { ...said, reply_email: null }, locale: viewer.locale, asset: row, reader: null, publicUrl: '' },
      ...{ now, tellAt: now, byGroup: false },
    });
    return [{ part: 'said', id }];
  }
  const { check } = await writeConnection(tx, now, { assetId, what: act, by, at });
  return [
    ...(check === null ? [] : [{ part: 'check' as const, assetId, id: check }]),
    { part: 'connection', assetId, what: act, at: at.toISOString() },
  ];
}

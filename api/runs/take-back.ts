import { saveAsset } from '../assets/save-asset.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { RowUndone } from '../contract/import-run.ts';
import type { Queryable } from '../db/database.ts';
import { recordChange } from '../search/record-change.ts';
import { bePatient, moveRun, noteProgress, type RunRow, tryRunLock } from './run-queries.ts';
import { type BeforeCheck, noteUndone, type RowToUndo, rowsToUndo } from './run-row-queries.ts';
import { assetsNow, putCheckBack, removeAssets, removeUnusedSource, removeUnusedVenues } from './undo-queries.ts';
import type { RunDeps } from './work-at-runs.ts';

const rowsAtOnce = 100;

/**
 * Takes a run back, a hundred assets a transaction, the last first: what it made goes, with its history; what it changed is put back. What
 * somebody has changed, checked or written about since is kept, and that is noted.
 */
export async function takeBack(deps: RunDeps, run: RunRow, isStopped: () => boolean): Promise<void> {
  for (let done = run.rows_done; !isStopped(); ) {
    const undone = await deps.db.transaction((tx) => takeSomeBack(tx, deps.clock.now(), run));
    if (undone === null) return;
    done += undone;
    if (undone > 0) await noteProgress(deps.db, run.id, done);
    else return;
  }
}

/** How many; 0: that was all. Null: another process is at it. */
async function takeSomeBack(tx: Queryable, now: Date, run: RunRow): Promise<number | null> {
  if (!(await tryRunLock(tx, run.id))) return null;
  await bePatient(tx);
  const rows = await rowsToUndo(tx, run.id, rowsAtOnce);
  if (rows.length === 0) {
    if (run.source) {
      await removeUnusedVenues(tx, run.source);
      await removeUnusedSource(tx, run.source);
    }
    await moveRun(tx, run.id, { from: ['undoing'], to: 'undone', now });
    return 0;
  }
  await noteUndone(tx, run.id, await undoRows(tx, now, { run, rows }));
  return rows.length;
}

async function undoRows(tx: Queryable, now: Date, { run, rows }: { run: RunRow; rows: RowToUndo[] }) {
  const assets = new Map((await assetsNow(tx, rows.map((row) => row.asset_id).sort())).map((asset) => [asset.id, asset]));
  const undone: { position: number; undone: RowUndone }[] = [];
  const removed: string[] = [];
  for (const row of rows) {
    const asset = assets.get(row.asset_id);
    const isMade = row.outcome !== 'changed';
    const isAsLeft = asset !== undefined && asset.version === row.version && !(isMade && asset.is_taken_up);
    if (isMade && isAsLeft) removed.push(row.asset_id);
    const putBack = !isMade && isAsLeft && (await restore(tx, now, { run, row }));
    undone.push({ position: row.position, undone: isMade && (isAsLeft || !asset) ? 'removed' : putBack ? 'put-back' : 'kept' });
  }
  if (removed.length > 0) {
    await removeAssets(tx, removed);
    await recordChange(tx, now, { assetIds: removed });
  }
  return undone;
}

async function restore(tx: Queryable, now: Date, { run, row }: { run: RunRow; row: RowToUndo }): Promise<boolean> {
  const { asset_id: id, before, version } = row;
  if (before === null) return false;
  if (isCheck(before)) {
    const restored = await putCheckBack(tx, id, before);
    if (restored.length > 0) await recordChange(tx, now, { assetIds: [id] });
    return restored.length > 0;
  }
  // An import's own mark, so that the next import of the same list may change it again.
  const by = { accountId: run.type === 'import' && !run.reading?.ours ? null : run.account_id, name: `import:${run.source ?? ''}` };
  await saveAsset(tx, now, { state: before, by, of: { id, version } });
  return true;
}

const isCheck = (before: AssetState | BeforeCheck): before is BeforeCheck => 'checked_by' in before;

import { loadViewer } from '../accounts/load-viewer.ts';
import { changeAsset } from '../bulk/change-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import { DomainError, StartError } from '../errors.ts';
import { beginRow, bePatient, moveRun, noteProgress, type RunRow, takeRowBack, tryRunLock } from './run-queries.ts';
import { type SettledRow, settleRows, waitingRows } from './run-row-queries.ts';
import type { RunDeps } from './work-at-runs.ts';

const rowsAtOnce = 100;

/** Makes one change to many, a hundred a transaction: others may edit in between, and what is done stays done. */
export async function workAtBulk(deps: RunDeps, run: RunRow, isStopped: () => boolean): Promise<void> {
  const viewer = run.account_id ? await loadViewer(deps, run.account_id) : null;
  if (!viewer) throw new StartError('Whoever began this has no account here any more.');
  for (let done = run.rows_done; !isStopped(); ) {
    const settled = await deps.db.transaction((tx) => changeSome(tx, deps.clock.now(), { run, viewer }));
    if (settled === null || settled === 0) return;
    done += settled;
    await noteProgress(deps.db, run.id, done);
  }
}

/** How many; 0: that was all. Null: another process is at it. */
async function changeSome(tx: Queryable, now: Date, { run, viewer }: { run: RunRow; viewer: SignedIn }): Promise<number | null> {
  const { change } = run;
  if (!change || !(await tryRunLock(tx, run.id))) return null;
  await bePatient(tx);
  const rows = await waitingRows(tx, run.id, rowsAtOnce);
  if (rows.length === 0) {
    await moveRun(tx, run.id, { from: ['working'], to: 'done', now });
    return 0;
  }
  const settled: SettledRow[] = [];
  for (const { position, asset_id: id } of rows)
    settled.push({ position, ...(await alone(tx, () => changeAsset(tx, now, { id, change, viewer }))) });
  await settleRows(tx, run.id, settled);
  return rows.length;
}

/** What one asset does not allow (a rule of its times that gives no dates) is no matter of the others. */
async function alone(tx: Queryable, work: () => ReturnType<typeof changeAsset>): ReturnType<typeof changeAsset> {
  await beginRow(tx);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await takeRowBack(tx);
    return { outcome: 'refused', name: null, reason: error.message, before: null, version: null };
  }
}

import { rm } from 'node:fs/promises';
import { loadViewer } from '../accounts/load-viewer.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import { StartError } from '../errors.ts';
import { importFile, importOwnFile } from '../imports/import-file.ts';
import type { RowFate, RunWatch } from '../imports/import-run.ts';
import { keptFile } from '../imports/kept-files.ts';
import { mappingFromReading } from '../imports/mapping-from-reading-rules.ts';
import type { SourceRecord } from '../imports/read-records.ts';
import { createRefusalReport } from '../imports/refusal-report.ts';
import { fileType } from './begin-import.ts';
import { bePatient, moveRun, noteProgress, type RunRow, tryRunLock } from './run-queries.ts';
import { clearRows, findLikesByName, insertRows, type RowNote } from './run-row-queries.ts';
import type { RunDeps } from './work-at-runs.ts';

/**
 * Tries a file, or brings it in: the file and what is written of its rows are one transaction, so that a process that is killed leaves nothing of
 * it. A trial is taken back at its end; what it found is written beside it.
 */
export async function workAtImport(deps: RunDeps, run: RunRow): Promise<void> {
  const viewer = run.account_id ? await loadViewer(deps, run.account_id) : null;
  if (!viewer) throw new StartError('Whoever began this has no account here any more.');
  if (run.state === 'checking') return tryOut(deps, run, viewer);
  const brought = await deps.db.transaction(async (tx) => {
    if (!(await tryRunLock(tx, run.id))) return false;
    await bePatient(tx);
    await readInto(tx, deps, { run, viewer, rows: tx });
    await moveRun(tx, run.id, { from: ['working'], to: 'done', now: deps.clock.now() });
    return true;
  });
  if (brought) await rm(pathOf(deps, run), { force: true });
}

async function tryOut(deps: RunDeps, run: RunRow, viewer: SignedIn): Promise<void> {
  const takenBack = new Error('a trial');
  try {
    await deps.db.transaction(async (tx) => {
      if (!(await tryRunLock(tx, run.id))) return;
      await bePatient(tx);
      await readInto(tx, deps, { run, viewer, rows: deps.db });
      await moveRun(deps.db, run.id, { from: ['checking'], to: 'checked' });
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
}

async function readInto(
  tx: Queryable,
  deps: RunDeps,
  { run, viewer, rows }: { run: RunRow; viewer: SignedIn; rows: Queryable },
): Promise<void> {
  const { reading, source, source_name } = run;
  if (!reading || !source || !source_name) throw new StartError('It has not been said how to read this file.');
  await clearRows(rows, run.id);
  let told: Promise<unknown> = Promise.resolve();
  const surroundings = {
    now: deps.clock.now(),
    dry: run.state === 'checking',
    report: createRefusalReport(null),
    // On a connection of its own: what the transaction says is not seen before its end.
    progress: (_file: string, read: number) => {
      told = told.then(() => noteProgress(deps.db, run.id, read)).catch(() => undefined);
    },
    watch: watchRows(rows, run, viewer),
  };
  const path = pathOf(deps, run);
  const format = { type: fileType(path) ?? 'csv', delimiter: reading.delimiter };
  if (reading.ours) await importOwnFile(tx, { path, format }, surroundings);
  else {
    const mapping = mappingFromReading(reading, { slug: source, name: source_name });
    await importFile(tx, { path, mapping: { ...mapping, format } }, surroundings);
  }
  await surroundings.watch.flush();
  await findLikesByName(rows, run.id);
  await told;
}

/** In the file's order, though a batch is refused by and by. */
function watchRows(rows: Queryable, run: RunRow, viewer: SignedIn): RunWatch {
  let notes: Omit<RowNote, 'position'>[] = [];
  let written = 0;
  return {
    publish: run.publish,
    by: viewer,
    may: (areaId) => mayDo(viewer, 'import.run', areaId) && (!run.publish || mayDo(viewer, 'asset.publish', areaId)),
    note: (record, fate) => notes.push(toNote(record, fate)),
    async flush() {
      const inOrder = notes.sort((one, other) => one.line - other.line);
      notes = [];
      if (inOrder.length === 0) return;
      await insertRows(
        rows,
        run.id,
        inOrder.map((note, at) => ({ ...note, position: written + at + 1 })),
      );
      written += inOrder.length;
    },
  };
}

const toNote = ({ line }: SourceRecord, fate: RowFate): Omit<RowNote, 'position'> => ({
  line,
  outcome: fate.outcome,
  name: fate.name ?? null,
  reason: fate.reason ?? null,
  asset_id: fate.assetId ?? null,
  like_id: fate.like?.id ?? null,
  like_name: fate.like?.name ?? null,
  before: fate.before ?? null,
  version: fate.version ?? null,
});

const pathOf = ({ dataDir }: RunDeps, { id, file_name }: RunRow) => keptFile(dataDir, id, fileType(file_name ?? '') ?? 'csv');

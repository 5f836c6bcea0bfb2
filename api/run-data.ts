import type { RunData } from '../web/server/run-data.ts';
import { bulkOptions, chooseAssets } from './bulk/choose-assets.ts';
import { BulkFilter } from './contract/bulk-filter.ts';
import { BulkChange, FileReading } from './contract/import-run.ts';
import { exportPatch } from './exports/export-patch.ts';
import { parseOrRefuse } from './http/parse-or-refuse.ts';
import { beginBulk } from './runs/begin-bulk.ts';
import { beginImport } from './runs/begin-import.ts';
import { findRun, listRunRows, listRuns, reportRun } from './runs/find-run.ts';
import { bringIn, carryOn, checkImport, peekImport, readAgain, undoRun } from './runs/move-import.ts';
import type { RunDeps } from './runs/work-at-runs.ts';

/** The use cases offered to the desk's pages for lists brought in and changes to many. */
export function createRunData(deps: RunDeps, { largestImport }: { largestImport: number }): RunData {
  return {
    largestImport,
    beginImport: (viewer, file) => beginImport(deps, viewer, file),
    peekImport: (viewer, id) => peekImport(deps, viewer, id),
    checkImport: (viewer, { reading, ...chosen }) => checkImport(deps, viewer, { ...chosen, reading: parseOrRefuse(FileReading, reading) }),
    readAgain: (viewer, id) => readAgain(deps, viewer, id),
    bringIn: (viewer, chosen) => bringIn(deps, viewer, chosen),
    undoRun: (viewer, id) => undoRun(deps, viewer, id),
    carryOn: (viewer, id) => carryOn(deps, viewer, id),
    runs: (viewer) => listRuns(deps, viewer),
    run: (viewer, id) => findRun(deps, viewer, id),
    runRows: (viewer, asked) => listRunRows(deps, viewer, asked),
    runReport: (viewer, id) => reportRun(deps, viewer, id),
    parseBulkFilter: (raw) => parseOrRefuse(BulkFilter, raw),
    bulkOptions: (viewer) => bulkOptions(deps, viewer),
    chooseAssets: (viewer, filter) => chooseAssets(deps, viewer, filter),
    beginBulk: (viewer, { change, ...asked }) => beginBulk(deps, viewer, { ...asked, change: parseOrRefuse(BulkChange, change) }),
    exportPatch: (viewer, asked) => exportPatch(deps, viewer, asked),
  };
}

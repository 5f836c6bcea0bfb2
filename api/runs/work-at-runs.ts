import type { Deps } from '../deps.ts';
import { StartError } from '../errors.ts';
import { failRun, runById, runsAtWork } from './run-queries.ts';
import { takeBack } from './take-back.ts';
import { workAtBulk } from './work-at-bulk.ts';
import { workAtImport } from './work-at-import.ts';

export type RunDeps = Pick<Deps, 'db' | 'clock' | 'log'> & { dataDir: string };

/**
 * Does what runs wait for, one after the other. What a killed process left half done is taken up again: its transaction is gone, and so is its
 * hold on the run. In any number of processes, each run is worked at by one.
 */
export async function workAtRuns(deps: RunDeps, isStopped: () => boolean): Promise<void> {
  for (const { id } of await runsAtWork(deps.db)) {
    if (isStopped()) return;
    try {
      await workAt(deps, id, isStopped);
    } catch (error) {
      if (isStopped()) return;
      if (!(error instanceof StartError)) deps.log.error({ err: error, run: id }, 'a run failed');
      await failRun(deps.db, id, error instanceof StartError ? error.message : '');
    }
  }
}

async function workAt(deps: RunDeps, id: string, isStopped: () => boolean): Promise<void> {
  const run = await runById(deps.db, id);
  if (!run) return;
  if (run.state === 'undoing') return takeBack(deps, run, isStopped);
  return run.type === 'import' ? workAtImport(deps, run) : workAtBulk(deps, run, isStopped);
}

import type { Deps } from '../deps.ts';
import { sweepKeptFiles } from '../imports/kept-files.ts';
import { runsLeftBefore, runsWithFile } from './run-queries.ts';

const keptMs = 7 * 86_400_000;

/** What was begun and left lying for a week goes, and every file that no run needs any more. */
export async function sweepRuns({ db, clock, dataDir }: Pick<Deps, 'db' | 'clock'> & { dataDir: string }): Promise<void> {
  await runsLeftBefore(db, new Date(clock.now().getTime() - keptMs));
  await sweepKeptFiles(
    dataDir,
    (await runsWithFile(db)).map(({ id }) => id),
  );
}

import type { Deps } from '../deps.ts';
import { sweepKeptFiles } from '../imports/kept-files.ts';
import { removeRunsLeft, runsWithFile } from './run-queries.ts';
import { forgetBefore } from './run-row-queries.ts';

const dayMs = 86_400_000;
const keptMs = 7 * dayMs;

/** What was begun and left lying for a week goes, every file that no run needs any more, and what stood before where nothing can be undone. */
export async function sweepRuns({ db, clock, dataDir }: Pick<Deps, 'db' | 'clock'> & { dataDir: string }): Promise<void> {
  const now = clock.now().getTime();
  await removeRunsLeft(db, new Date(now - keptMs));
  await forgetBefore(db, new Date(now - dayMs));
  await sweepKeptFiles(
    dataDir,
    (await runsWithFile(db)).map(({ id }) => id),
  );
}

import pg from 'pg';
import { createDatabase, patientPoolSettings } from '../db/database.ts';
import { systemClock } from '../deps.ts';
import { inProject } from '../project-root.ts';
import { loadSample } from './load-sample.ts';
import { sampleSource } from './sample-rows.ts';

/** Any fixed number: of several processes that start at once, one fills the database and the others wait for it. */
const fillLock = 7_302_027;

/** A real place may begin with any of these. */
const anythingThere = `select exists (select 1 from areas) or exists (select 1 from sources) or exists (select 1 from assets)
  or exists (select 1 from signposts) or exists (select 1 from postcodes) or exists (select 1 from places) as filled`;

/** Loads the sample district when nothing was brought in yet and `sample` is wanted. Tells whether the sample is what is there now. */
export async function fillEmptyDatabase(
  databaseUrl: string,
  { sample, progress }: { sample: boolean; progress: (line: string) => void },
): Promise<{ isSample: boolean }> {
  const pool = new pg.Pool(patientPoolSettings(databaseUrl));
  const lock = new pg.Client({ connectionString: databaseUrl });
  // A lost connection also fails the statement in hand, which tells of it.
  pool.on('error', () => undefined);
  lock.on('error', () => undefined);
  try {
    await lock.connect();
    await lock.query('select pg_advisory_lock($1)', [fillLock]);
    const db = createDatabase(pool);
    const [before] = await db.query<{ filled: boolean }>('database-filled', anythingThere);
    if (sample && before?.filled === false) {
      progress('Sample district: loading…');
      await loadSample({ db, clock: systemClock }, inProject('seed-data'), progress);
      await pool.query('analyze');
    }
    const [after] = await db.query<{ sample: boolean }>(
      'database-sample',
      'select exists (select 1 from sources where slug = $1::text) as sample',
      [sampleSource],
    );
    return { isSample: after?.sample ?? false };
  } finally {
    await Promise.all([lock.end(), pool.end()]);
  }
}

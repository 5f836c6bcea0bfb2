import { join } from 'node:path';
import type { Queryable } from '../../api/db/database.ts';
import { systemClock } from '../../api/deps.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { type Figure, named } from './figures.ts';
import { watchPace } from './pace.ts';
import { skipComparing } from './skip-comparing.ts';
import { insertSyntheticListings, type SyntheticPlace } from './synthetic-listings.ts';
import { type BenchDatabase, withStandingDatabase, withThrowawayDatabase } from './throwaway-database.ts';
import { wholeCountry } from './whole-country.ts';

export interface SearchPlace extends BenchDatabase {
  place: SyntheticPlace;
  /** How quickly it was made and indexed; nothing of what stood already. */
  figures: Figure[];
}

/** More than these the embedded search is not meant to answer for. */
export const mostEmbedded = 200_000;

/** So many listings, indexed and at rest; made once where a folder is given for them to stand in. */
export function withSearchPlace<Result>(
  { count, folder, say }: { count: number; folder: string | null; say(line: string): void },
  work: (place: SearchPlace) => Promise<Result>,
): Promise<Result> {
  const onIt = async (database: BenchDatabase) => work({ ...database, ...(await makePlace(database, count, say)) });
  return folder === null ? withThrowawayDatabase(onIt) : withStandingDatabase(join(folder, `${count}`), onIt);
}

/** What stands in a database is known without being put there again: it is the same every time. */
const nowhere: Queryable = { query: async () => [] };

/** Step by step: what broke off goes on with the step that it was in, but for the first. */
async function makePlace({ db, pool }: BenchDatabase, count: number, say: (line: string) => void) {
  const figures: Figure[] = [];
  const step = async (name: string, work: () => Promise<Figure[]>) => {
    if (await isReached(db, name)) return;
    figures.push(...(await work()));
    await noteReached(db, name);
  };
  await step('made', async () => {
    say(`Making ${named(count)}…`);
    const made = watchPace(count, say, 'made');
    await insertSyntheticListings(db, count, wholeCountry, made.reach);
    await pool.query('analyze');
    return made.figures(named(count));
  });
  await step('indexed', async () => {
    say('Indexing them…');
    const indexed = watchPace(count, say, 'indexed');
    await rebuildIndexes({ db, clock: systemClock, copies: [] }, (_, written) => indexed.reach(written));
    await pool.query('analyze');
    return indexed.figures(named(count));
  });
  // A new place is compared in the background for a while; what is measured is a directory at rest.
  await step('compared', async () => {
    await skipComparing(db);
    await pool.query('vacuum analyze');
    return [];
  });
  return { place: await insertSyntheticListings(nowhere, count, wholeCountry), figures };
}

async function isReached(db: Queryable, step: string): Promise<boolean> {
  const rows = await db.query('bench-is-reached', 'select from program_facts where name = $1::text', [`bench-${step}`]);
  return rows.length > 0;
}

const noteReached = (db: Queryable, step: string) =>
  db.query('bench-note-reached', `insert into program_facts (name, value) values ($1::text, 'true')`, [`bench-${step}`]);

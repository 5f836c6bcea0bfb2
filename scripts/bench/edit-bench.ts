import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../api/db/database.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { type Figure, percentile, spread } from './figures.ts';
import type { Synthetic } from './synthetic-listings.ts';
import type { Visitor } from './timed-visits.ts';

const edits = 40;
const patienceMs = 20_000;
/** Between one try and the next: whoever asks without a pause has the machine to himself, and the index none of it. */
const pauseMs = 20;

/** From the commit of an edit to the first answer that finds it by a word it did not have before. */
export async function benchEdits(
  { db, visit }: { db: Database; visit: Visitor },
  { named, budget, listings }: { named: string; budget: number; listings: Synthetic[] },
): Promise<Figure[]> {
  const times: number[] = [];
  for (const [at, { slug }] of spread(listings, edits).entries()) {
    const word = `zq${at.toString(36).padStart(2, 'x')}${slug.replace(/\D/g, '')}v${Date.now().toString(36)}`;
    await giveWord(db, slug, word);
    const committed = performance.now();
    while (!(await visit.get(`/api/v1/assets?q=${word}`)).text.includes(`"${slug}"`)) {
      if (performance.now() - committed > patienceMs) throw new Error(`The edit of ${slug} was not found in ${patienceMs} ms.`);
      await setTimeout(pauseMs);
    }
    times.push(performance.now() - committed);
  }
  return [
    { what: `${named}: an edit searchable, p50`, figure: percentile(times, 0.5), budget, unit: 'ms' },
    { what: `${named}: an edit searchable, p99`, figure: percentile(times, 0.99), budget, unit: 'ms' },
  ];
}

const giveWord = (db: Database, slug: string, word: string) =>
  db.transaction(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      'bench-give-word',
      `update assets set summary = summary || ' ' || $2::text, version = version + 1 where slug = $1::text returning id`,
      [slug, word],
    );
    await recordChange(tx, new Date(), { assetIds: rows.map(({ id }) => id) });
  });

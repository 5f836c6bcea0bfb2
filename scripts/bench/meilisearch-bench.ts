import type { AddressInfo } from 'node:net';
import { readConfig } from '../../api/config.ts';
import type { Database } from '../../api/db/database.ts';
import type { AssetDocument } from '../../api/search/asset-index.ts';
import { listDocuments } from '../../api/search/embedded/row-queries.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { watchVocabulary } from '../../api/search/vocabulary.ts';
import { buildServer } from '../../api/server.ts';
import { besideRaw } from './beside-meilisearch.ts';
import { benchEdits } from './edit-bench.ts';
import { type Figure, named, spread, tellFigures } from './figures.ts';
import { benchMap } from './map-bench.ts';
import { watchPace } from './pace.ts';
import type { MeiliServer } from './relevance-bench.ts';
import type { SyntheticPlace } from './synthetic-listings.ts';
import { busyGraceMs } from './throwaway-database.ts';
import { visitor } from './timed-visits.ts';
import { addressOf, benchTyping } from './typing-bench.ts';
import { benchWhatsOn } from './whats-on-bench.ts';

interface Whole {
  db: Database;
  databaseUrl: string;
  place: SyntheticPlace;
  meili: MeiliServer;
  say(line: string): void;
}

const budgets = { p50: 50, p99: 50 };
/** Each keystroke of them is asked in seven ways. */
const typedNames = 20;

/** The same questions through our HTTP on Meilisearch, and beside what that server takes when asked directly. */
export async function benchMeilisearch({ db, databaseUrl, place, meili, say }: Whole, count: number): Promise<Figure[]> {
  const { url, key } = meili;
  if (!url) {
    say('Search was not tried on Meilisearch: MEILI_TEST_URL and MEILI_TEST_KEY were not given.');
    return [];
  }
  const of = `Meilisearch, ${named(count)}`;
  say('Sending them to Meilisearch…');
  const sent = watchPace(count, say, 'sent to Meilisearch');
  await createMeilisearchIndex({ url, key: key ?? null, vocabulary: watchVocabulary() }).rebuild(allDocuments(db), sent.reach);
  // What was told of each new listing is there now.
  await db.query('bench-nothing-waits', 'delete from outbox');

  say('Asking Meilisearch…');
  const config = readConfig({ SAMPLE: 'no', MEILI_URL: url, ...(key ? { MEILI_KEY: key } : {}) });
  const app = await buildServer({ config, databaseUrl, busyGraceMs });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const visit = visitor(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  try {
    const { listings, ground } = place;
    const near = addressOf(ground.middle);
    const typed = spread(listings, typedNames);
    const figures = tellFigures(say, sent.figures(of));
    figures.add(await besideRaw(visit, { url, key }, { named: of, listings: typed, near }));
    figures.add(await benchTyping(visit, { named: of, listings: typed, middle: ground.middle, budgets }));
    figures.add(await benchWhatsOn(app, { named: of, near, budget: 60 }));
    figures.add(await benchMap(app, of, { ...ground, listings }));
    figures.add(await benchEdits({ db, visit }, { named: of, budget: 1_000, listings }));
    return figures.all;
  } finally {
    visit.leave();
    await app.close();
  }
}

async function* allDocuments(db: Database): AsyncGenerator<AssetDocument[]> {
  for (let batch = await listDocuments(db, '', 1_000); batch.length > 0; batch = await listDocuments(db, batch.at(-1)?.id ?? '', 1_000))
    yield batch;
}

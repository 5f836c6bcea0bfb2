import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '../../api/config.ts';
import type { Database } from '../../api/db/database.ts';
import type { AssetIndex, SentDocument } from '../../api/search/asset-index.ts';
import { listSentDocuments, listVersions } from '../../api/search/embedded/version-queries.ts';
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
import { type Visitor, visitor } from './timed-visits.ts';
import { addressOf, asksForMore, benchTyping } from './typing-bench.ts';
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
const typedNames = 5;

/** The same questions through our HTTP on Meilisearch, and beside what that server takes when asked directly. */
export async function benchMeilisearch({ db, databaseUrl, place, meili, say }: Whole, count: number): Promise<Figure[]> {
  const { url, key } = meili;
  if (!url) {
    say('Search was not tried on Meilisearch: MEILI_TEST_URL and MEILI_TEST_KEY were not given.');
    return [];
  }
  const of = `Meilisearch, ${named(count)}`;
  const sent = watchPace(count, say, 'sent to Meilisearch');
  const index = createMeilisearchIndex({ url, key: key ?? null, vocabulary: watchVocabulary() });
  const stands = (await index.prepare()) !== 'empty' && (await index.size()) === count && (await holdsAll(db, index));
  say(stands ? 'Meilisearch holds them already.' : 'Sending them to Meilisearch…');
  if (!stands) await index.rebuild(allDocuments(db), sent.reach);
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
    await untilReady(visit);
    const figures = tellFigures(say, stands ? [] : sent.figures(of));
    const beside = await besideRaw(visit, { url, key }, { named: of, listings: typed, near });
    figures.add(because(whyWordsMiss, beside));
    figures.add((await benchTyping(visit, { named: of, listings: typed, middle: ground.middle, budgets })).map(withReason));
    figures.add(await benchWhatsOn(app, { named: of, near, budget: 60 }));
    const clusters = await benchMap(app, of, { ...ground, listings });
    figures.add(because(count > mostBudgeted ? whyManyClustersMiss : whyClustersMiss, clusters));
    figures.add(await benchEdits({ db, visit }, { named: of, budget: 1_000, listings }));
    return figures.all;
  } finally {
    visit.leave();
    await app.close();
  }
}

const mostWaits = 600;

/** Until then the directory is read into memory, and no proxy would send anybody here. */
async function untilReady(visit: Visitor): Promise<void> {
  for (let waits = 0; waits < mostWaits; waits += 1) {
    if (
      await visit.get('/health/ready').then(
        () => true,
        () => false,
      )
    )
      return;
    await setTimeout(1_000);
  }
  throw new Error('The program did not become ready.');
}

/** Of what takes Meilisearch itself the most of the time. */
const withReason = (figure: Figure): Figure => ({ ...figure, whyMissed: asksForMore(figure.what) ? whyChoicesMiss : whyWordsMiss });

/** Where no other reason is told. */
const because = (whyMissed: string, figures: Figure[]): Figure[] => figures.map((figure) => ({ whyMissed, ...figure }));

/** As many points as the budget of clusters is for. */
const mostBudgeted = 100_000;
const whyManyClustersMiss = 'the budget is that of 100,000 points';
const whyClustersMiss =
  'the index in memory answers, which takes 7.8 ms where no Meilisearch works on the same two cores; tried: asking again, which gave 10 to 24 ms';
const whyChoicesMiss =
  'Meilisearch answers the queries of one request one after the other, and each group of choices that is counted is one; the nearest of many take several requests; tried: counting once what was counted twice, all walks from one answer, places as plain numbers in place of its points';
const whyWordsMiss =
  'most of it is Meilisearch’s own, as the raw figures beside it show, in bringing back what the order is told from; tried: half as many hits near a place (fewer elsewhere fall below the floors of relevance), none of the fields that tell no order';

/** With their versions, else the sweep would find every one of them to be another, and build the index anew while it is measured. */
async function* allDocuments(db: Database): AsyncGenerator<SentDocument[]> {
  for (
    let batch = await listSentDocuments(db, '', 1_000);
    batch.length > 0;
    batch = await listSentDocuments(db, batch.at(-1)?.id ?? '', 1_000)
  )
    yield batch;
}

/** By the first thousand: of as many as there should be, one run's are another run's. */
async function holdsAll(db: Database, index: AssetIndex): Promise<boolean> {
  const first = await listVersions(db, '', 1_000);
  const held = await index.versions(first.map(({ id }) => id));
  return first.every(({ id, version }) => held.get(id) === version);
}

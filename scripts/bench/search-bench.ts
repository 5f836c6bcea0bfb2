import type { AddressInfo } from 'node:net';
import { readConfig } from '../../api/config.ts';
import type { Database } from '../../api/db/database.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { watchVocabulary } from '../../api/search/vocabulary.ts';
import { buildServer } from '../../api/server.ts';
import type { BenchPart } from './bench-arguments.ts';
import { benchEdits } from './edit-bench.ts';
import { type Figure, named, tellFigures } from './figures.ts';
import { benchFinding } from './finding-bench.ts';
import { benchMap } from './map-bench.ts';
import { benchMeilisearch } from './meilisearch-bench.ts';
import { benchPages } from './page-bench.ts';
import { addPlainAnswer, benchRaw } from './raw-bench.ts';
import type { MeiliServer } from './relevance-bench.ts';
import { mostEmbedded, withSearchPlace } from './search-place.ts';
import type { SyntheticPlace } from './synthetic-listings.ts';
import { busyGraceMs } from './throwaway-database.ts';
import { visitor } from './timed-visits.ts';
import { addressOf, benchTyping } from './typing-bench.ts';
import { benchWhatsOn } from './whats-on-bench.ts';

export interface SearchParts {
  parts: ReadonlySet<BenchPart>;
  meili: MeiliServer;
  /** Where places stand from one run to the next; null: they are made for this one alone. */
  folder: string | null;
  say(line: string): void;
}

const megabyte = 1_048_576;

/** Search, map and pages, over HTTP with every production hook, among so many listings. */
export function benchSearch(count: number, { parts, meili, folder, say }: SearchParts): Promise<Figure[]> {
  return withSearchPlace({ count, folder, say }, async ({ db, url, place, figures: made }) => {
    const figures = tellFigures(say, parts.has('search') ? made : []);
    if (count <= mostEmbedded && embeddedParts.some((part) => parts.has(part))) {
      say('Asking the embedded search…');
      await benchEmbedded({ db, databaseUrl: url, parts, place, tell: figures.add }, count);
      if (parts.has('search')) figures.add(await benchFinding(createEmbeddedIndex(db, watchVocabulary()), named(count), place.listings));
    }
    if (parts.has('meilisearch')) figures.all.push(...(await benchMeilisearch({ db, databaseUrl: url, place, meili, say }, count)));
    return figures.all;
  });
}

const embeddedParts: readonly BenchPart[] = ['search', 'map', 'pages', 'http'];

interface Embedded {
  db: Database;
  databaseUrl: string;
  parts: ReadonlySet<BenchPart>;
  place: SyntheticPlace;
  tell(figures: Figure[]): void;
}

async function benchEmbedded({ db, databaseUrl, parts, place, tell }: Embedded, count: number): Promise<void> {
  const { listings, ground } = place;
  const of = named(count);
  const near = addressOf(ground.middle);
  const isSmall = count <= 10_000;
  const app = await buildServer({ config: readConfig({ SAMPLE: 'no' }), databaseUrl, busyGraceMs });
  addPlainAnswer(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const visit = visitor(`http://127.0.0.1:${port}`);
  try {
    if (parts.has('search')) {
      const budgets = isSmall ? { p50: 4, p99: 20 } : { p50: 60, p99: 60 };
      tell(await benchTyping(visit, { named: of, listings, middle: ground.middle, budgets }));
      tell(await benchWhatsOn(app, { named: of, near, budget: budgets.p99 }));
      // At once: as soon as a search can answer that was asked after the commit.
      tell(await benchEdits({ db, visit }, { named: of, budget: budgets.p99, listings }));
      tell([memoryOf(of, count)]);
    }
    if (parts.has('pages')) tell(await benchPages(app, of, { listings, near }));
    if (parts.has('map')) tell(await benchMap(app, of, { ...ground, listings }));
    if (parts.has('http')) tell(await benchRaw(port, of, near));
  } finally {
    visit.leave();
    await app.close();
  }
}

/** Some 1.5 kB a listing beside what the program and the bench take themselves. */
const memoryOf = (of: string, count: number): Figure => ({
  what: `${of}: memory of the process, with the bench`,
  figure: Math.round(process.memoryUsage.rss() / megabyte),
  budget: Math.round(350 + (2_000 * count) / megabyte),
  unit: 'MB',
});

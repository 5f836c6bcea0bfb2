import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../api/config.ts';
import { systemClock } from '../../api/deps.ts';
import { compareChanged } from '../../api/duplicates/compare-changed.ts';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { watchVocabulary } from '../../api/search/vocabulary.ts';
import { buildServer } from '../../api/server.ts';
import type { BenchPart } from './bench-arguments.ts';
import { type Figure, percentile } from './figures.ts';
import { madeAnew } from './made-anew.ts';
import { benchMap } from './map-bench.ts';
import { mistype } from './mistype.ts';
import { benchPages } from './page-bench.ts';
import { insertSyntheticListings, type Synthetic } from './synthetic-listings.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';
import { benchWhatsOn } from './whats-on-bench.ts';

const typedNames = 60;
const soughtNames = 400;

/** Search inside PostgreSQL and the map, over HTTP with every production hook, on a throw-away database of so many listings. */
export function benchSearch(count: number, parts: ReadonlySet<BenchPart>, say: (line: string) => void): Promise<Figure[]> {
  return withThrowawayDatabase(async ({ db, pool, url }) => {
    const index = createEmbeddedIndex(db, watchVocabulary());
    say(`Making ${count.toLocaleString('en-GB')} listings…`);
    const { listings } = await insertSyntheticListings(db, count);
    await pool.query('analyze');
    say('Indexing them…');
    const started = performance.now();
    await rebuildIndexes({ db, clock: systemClock, assetIndex: index, embeddedIndex: index });
    const indexed = count / ((performance.now() - started) / 1_000);
    // A new place is compared in the background for a while; what is measured is a directory at rest.
    say('Comparing them…');
    await compareChanged({ db });
    await pool.query('vacuum analyze');
    say('Typing…');
    const overHttp = await benchHttp(url, count, { parts, listings });
    if (!parts.has('search')) return overHttp;
    return [
      { what: `${named(count)}: indexed a second`, figure: Math.round(indexed), budget: 1_000, unit: '', atLeast: true },
      ...overHttp,
      ...(await finding(index, count, listings)),
    ];
  });
}

/** Where synthetic-listings.ts puts them. */
const bounds = { west: -3.3, south: 52.1, east: -2.7, north: 52.5 };

async function benchHttp(
  databaseUrl: string,
  count: number,
  { parts, listings }: { parts: ReadonlySet<BenchPart>; listings: Synthetic[] },
): Promise<Figure[]> {
  const app = await buildServer({ config: readConfig({ SAMPLE: 'no' }), databaseUrl });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const time = (address: string) => timed(() => fetchText(`http://127.0.0.1:${port}${address}`, agent));
    return [
      ...(parts.has('search') ? await typing(time, count, listings) : []),
      ...(parts.has('search') ? await benchWhatsOn(app, named(count), count <= 10_000) : []),
      ...(parts.has('pages') ? await benchPages(app, named(count), listings) : []),
      ...(parts.has('map') ? await benchMap(app, named(count), bounds) : []),
    ];
  } finally {
    agent.destroy();
    await app.close();
  }
}

/** A choice in each of five groups, one of them a walk: each is counted without itself. */
const choices = 'near=52.3,-3&within=20000&kind=group,place&topic=music,make,eat,grow&day=monday,tuesday,saturday&language=en';

/** Every keystroke of some names, from the first letter: as a search, as one with filters, and for what may be meant. */
async function typing(time: (address: string) => Promise<number>, count: number, listings: Synthetic[]): Promise<Figure[]> {
  const texts = spread(listings, typedNames)
    .flatMap(({ name }) => Array.from(name, (_, length) => name.slice(0, length + 1)))
    .map(encodeURIComponent);
  const askings: [what: string, address: (text: string) => string][] = [
    ['a keystroke over HTTP', (text) => `/api/v1/assets?q=${text}`],
    ['with five filters, counted', (text) => `/api/v1/assets?q=${text}&${choices}`],
    ['suggestions for a keystroke', (text) => `/api/v1/suggestions?q=${text}&near=52.3,-3`],
  ];
  const figures: Figure[] = [];
  for (const [what, address] of askings) {
    for (const text of texts.slice(0, 300)) await time(address(text));
    const times: number[] = [];
    for (const text of texts) times.push(await time(address(text)));
    const [usual, longest] = count <= 10_000 ? [4, 20] : [60, 60];
    figures.push(
      { what: `${named(count)}: ${what}, p50`, figure: percentile(times, 0.5), budget: usual, unit: 'ms' },
      { what: `${named(count)}: ${what}, p99`, figure: percentile(times, 0.99), budget: longest, unit: 'ms' },
    );
  }
  return figures;
}

/** Whether a name with its place is among the first ten, as it is and mistyped. */
async function finding(index: AssetIndex, count: number, listings: Synthetic[]): Promise<Figure[]> {
  const budgets = [99.5, 98, 90];
  const figures: Figure[] = [];
  // People have no place of their own.
  const sample = spread(
    listings.filter((listing) => listing.kind !== 'people'),
    soughtNames,
  );
  for (const [edits, budget] of budgets.entries()) {
    let [sought, found] = [0, 0];
    for (const [position, listing] of sample.entries()) {
      const text = mistype(listing.name, edits, position);
      if (text === null) continue;
      sought += 1;
      if (await isFound(index, text, listing)) found += 1;
    }
    figures.push({
      what: `${named(count)}: found in the first ten, ${edits} errors`,
      figure: (100 * found) / sought,
      budget,
      unit: '%',
      atLeast: true,
    });
  }
  return figures;
}

async function isFound(index: AssetIndex, text: string, { slug, lat, lng }: Synthetic): Promise<boolean> {
  const yes = { free: false, justTurnUp: false, bringSomeone: false };
  const filters = { kinds: [], topics: [], areas: [], days: [], times: [], dates: null, ...yes, access: [], languages: [] };
  const near = { point: { lat, lng }, radiusMetres: null };
  const { ids } = await index.search({ text, filters: { ...filters, box: null, near }, sort: 'relevance', offset: 0, limit: 10 });
  // Its point alone tells which of the ten it is.
  const around = await index.points({
    text: '',
    filters: { ...filters, box: { west: lng - 1e-9, south: lat - 1e-9, east: lng + 1e-9, north: lat + 1e-9 }, near: null },
    limit: 10,
  });
  return around.some((point) => point.slug === slug && ids.includes(point.id));
}

const named = (count: number) => `${count.toLocaleString('en-GB')} listings`;
const spread = <T>(values: T[], count: number) =>
  values.filter((_, position) => position % Math.max(1, Math.floor(values.length / count)) === 0).slice(0, count);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function fetchText(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: madeAnew }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${url} answered ${response.statusCode}: ${text}`)),
      );
    }).on('error', reject);
  });
}

import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Deps } from '../deps.ts';
import type { AssetIndex } from '../search/asset-index.ts';
import { sinceCompared, whatWaits, whatWasMended } from './waiting-queries.ts';

export interface Metrics {
  /** `route` is a pattern such as `/around/:slug`, never an address: addresses say what people look for. */
  noteAnswer(answer: { method: string; route: string; status: number; seconds: number }): void;
  /** In Prometheus text. */
  read(): Promise<string>;
  contentType: string;
}

/** What operators watch: of the process, of requests, and of what waits. Nothing of anybody. */
export function createMetrics({ db, clock, copies }: Pick<Deps, 'db' | 'clock' | 'copies'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'open_door_http_seconds',
    help: 'How long answers took, by route and kind of status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const count = new Gauge({ name: 'open_door_waiting', help: 'How many wait for their turn', labelNames: ['what'], registers });
  const oldest = new Gauge({
    name: 'open_door_waiting_seconds',
    help: 'For how long the oldest has waited',
    labelNames: ['what'],
    registers,
  });
  const away = new Gauge({
    name: 'open_door_search_away',
    help: '1 while that Meilisearch does not answer',
    labelNames: ['server'],
    registers,
  });

  const mended = new Gauge({
    name: 'open_door_search_mended',
    help: 'What was found wrong with the search index and mended, since the directory was begun',
    labelNames: ['what'],
    registers,
  });
  const compared = new Gauge({
    name: 'open_door_search_compared_seconds',
    help: 'Since when that Meilisearch is known to hold what the directory holds',
    labelNames: ['server'],
    registers,
  });

  async function readUpkeep(): Promise<void> {
    for (const { server, seconds } of await sinceCompared(
      db,
      copies.map((copy) => copy.server),
    ))
      compared.set({ server }, seconds);
    for (const { found } of await whatWasMended(db))
      for (const what of ['missing', 'stale', 'extra', 'settings', 'index']) mended.set({ what }, found[what] ?? 0);
  }

  const readAway = (index: AssetIndex) =>
    index.ping().then(
      () => away.set({ server: index.server }, 0),
      () => away.set({ server: index.server }, 1),
    );

  return {
    contentType: registry.contentType,
    noteAnswer: ({ method, route, status, seconds }) =>
      answers.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    async read() {
      const [rows] = await Promise.all([
        whatWaits(db, clock.now()),
        ...copies.map(readAway),
        ...(copies.length === 0 ? [] : [readUpkeep()]),
      ]);
      for (const row of rows) {
        count.set({ what: row.what }, row.count);
        oldest.set({ what: row.what }, row.oldest);
      }
      return registry.metrics();
    },
  };
}

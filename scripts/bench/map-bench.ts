import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { Box, Point } from '../../api/contract/geo.ts';
import { type Figure, percentile } from './figures.ts';
import { madeAnew } from './made-anew.ts';

/** So many that the first few, for which nothing was ready, are not the hundredth part. */
const boxes = 1_000;

/** Pins and bundles for any box at any zoom, once the tree of all points stands. */
export async function benchMap(
  app: FastifyInstance,
  named: string,
  { bounds, listings }: { bounds: Box; listings: Point[] },
): Promise<Figure[]> {
  const times: number[] = [];
  let heaviest = 0;
  await ask(app, bounds, 10);
  for (let number = 0; number < boxes; number += 1) {
    const zoom = 8 + (number % 11);
    const started = performance.now();
    const body = await ask(app, boxAt(listings[(number * 37) % listings.length] ?? { lat: bounds.south, lng: bounds.west }, zoom), zoom);
    times.push(performance.now() - started);
    heaviest = Math.max(heaviest, gzipSync(body).length);
  }
  return [
    { what: `${named}: map clusters, any box and zoom, p99`, figure: percentile(times, 0.99), budget: 10, unit: 'ms' },
    { what: `${named}: map clusters, heaviest answer, gzip`, figure: heaviest, budget: 15_000, unit: 'B' },
  ];
}

/** As wide as a screen of 1,000 by 800 pixels at that zoom. */
function boxAt({ lat, lng }: Point, zoom: number): Box {
  const degrees = 360 / (256 * 2 ** zoom);
  const [width, height] = [1_000 * degrees, 500 * degrees];
  return { west: lng - width / 2, south: lat - height / 2, east: lng + width / 2, north: lat + height / 2 };
}

async function ask(app: FastifyInstance, { west, south, east, north }: Box, zoom: number): Promise<string> {
  const answer = await app.inject({
    url: `/api/v1/map/clusters?bbox=${[west, south, east, north].join()}&zoom=${zoom}`,
    headers: madeAnew,
  });
  if (answer.statusCode !== 200) throw new Error(`the map answered ${answer.statusCode}: ${answer.body}`);
  return answer.body;
}

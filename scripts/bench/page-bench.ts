import type { FastifyInstance } from 'fastify';
import { type Figure, percentile } from './figures.ts';
import { madeAnew } from './made-anew.ts';
import type { Synthetic } from './synthetic-listings.ts';

const rounds = 120;
const keptTogether = 20;

/** Whole pages and calendars as the server sends them, compressed; each asked in turn, so that no one of them is warmer than the others. */
export async function benchPages(
  app: FastifyInstance,
  named: string,
  { listings, near }: { listings: Synthetic[]; near: string },
): Promise<Figure[]> {
  const publicOnes = listings.filter(({ kind }) => kind === 'group');
  const at = (round: number) => publicOnes[(round * 7) % publicOnes.length]?.slug ?? '';
  const kept = publicOnes.slice(0, keptTogether).map(({ slug }) => slug);
  const pages: [what: string, address: (round: number) => string][] = [
    ['the first page', () => '/'],
    ['find by words and place', () => `/find?q=choir&near=${near}`],
    ['an asset', (round) => `/around/${at(round)}`],
    ['what’s on', () => '/whats-on'],
    ['a shortlist', () => `/shortlist?ids=${kept.join(',')}`],
    ['a calendar of a search', () => '/feeds/find.ics?q=choir'],
    ['a calendar of a shortlist', () => `/feeds/shortlist.ics?ids=${kept.join(',')}`],
  ];
  const times = new Map<string, number[]>(pages.map(([what]) => [what, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [what, address] of pages) {
      const started = performance.now();
      const { statusCode } = await app.inject({ url: address(round), headers: { 'accept-encoding': 'br', ...madeAnew } });
      if (statusCode !== 200) throw new Error(`${address(round)} answered ${statusCode}`);
      if (round > 10) times.get(what)?.push(performance.now() - started);
    }
  return [...times].map(([what, ms]) => ({
    what: `${named}: page, ${what}, p99`,
    figure: percentile(ms, 0.99),
    budget: 100,
    unit: 'ms',
  }));
}

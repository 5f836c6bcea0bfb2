import type { FastifyInstance } from 'fastify';
import { type Figure, percentile } from './figures.ts';
import { madeAnew } from './made-anew.ts';

/** So many that one pause of the machine is not the slowest hundredth. */
const rounds = 600;
const wish = 'a wish in a week';
const whyWishesMiss =
  'one listing in ten answers it: the dates of a thousand are looked for twice, to be counted and to be put in order; counting reads the index alone by now';

/** Pages of the week as people ask for them: each asked in turn, so that no one of them is warmer than the others. */
export async function benchWhatsOn(
  app: FastifyInstance,
  { named, near, budget }: { named: string; near: string; budget: number },
): Promise<Figure[]> {
  const asked: [what: string, query: string][] = [
    ['a week', 'per_day=8'],
    ['a day', `on=${dayAhead(1)}&per_day=50`],
    ['an evening within a walk', `on=${dayAhead(2)}&time=evening&near=${near}&within=1200&per_day=50`],
    [wish, 'q=choir&per_day=8'],
    ['a topic in an area for free', 'topic=music&area=area-3&cost=free&per_day=8'],
  ];
  for (const [, query] of asked) await askedBefore(app, query);
  const times = new Map<string, number[]>(asked.map(([what]) => [what, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [what, query] of asked) {
      const started = performance.now();
      const { statusCode, body } = await app.inject({ url: `/api/v1/whats-on?${query}`, headers: madeAnew });
      if (statusCode !== 200) throw new Error(`whats-on?${query} answered ${statusCode}: ${body}`);
      if (round > 10) times.get(what)?.push(performance.now() - started);
    }
  return [...times].map(([what, ms]) => ({
    what: `${named}: what’s on, ${what}, p99`,
    figure: percentile(ms, 0.99),
    budget,
    unit: 'ms',
    ...(what === wish ? { whyMissed: whyWishesMiss } : {}),
  }));
}

const mostTries = 5;

/** Of a place that was just opened nothing is in PostgreSQL's memory, and the first answer may take longer than a reader waits. */
async function askedBefore(app: FastifyInstance, query: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1)
    if ((await app.inject({ url: `/api/v1/whats-on?${query}`, headers: madeAnew })).statusCode === 200) return;
}

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

import type { FastifyInstance } from 'fastify';
import { beginSession } from '../../api/accounts/begin-session.ts';
import { readConfig } from '../../api/config.ts';
import type { Database } from '../../api/db/database.ts';
import { systemClock } from '../../api/deps.ts';
import { compareChanged } from '../../api/duplicates/compare-changed.ts';
import { makeDeskFormToken } from '../../api/http/desk-form-token.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { buildServer } from '../../api/server.ts';
import { countViews } from '../../api/views/count-views.ts';
import { insertDeskDistrict } from './desk-district.ts';
import { benchDeskImport } from './desk-import-bench.ts';
import { deskPagesToOpen, deskStepsToTake } from './desk-visits.ts';
import { type Figure, percentile } from './figures.ts';
import { oneDistrict } from './ground.ts';
import { insertSyntheticListings } from './synthetic-listings.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';

/** A whole page, signed in, as it goes down the line: as quick as what everyone sees. */
const pageBudgetMs = 150;
const rounds = 20;
/** A page that is far too slow need not be asked so often. */
const longEnoughMs = 4_000;

export interface DeskUser {
  who: 'coordinator' | 'steward';
  accountId: string;
  cookie: string;
  token: string;
}

/** Every page of the desk and what is pressed most, for who looks after two areas and for who looks after all. */
export function benchDesk(count: number, say: (line: string) => void): Promise<Figure[]> {
  return withThrowawayDatabase(async ({ db, pool, url }) => {
    say(`Making ${count.toLocaleString('en-GB')} listings and a desk…`);
    await insertSyntheticListings(db, count, oneDistrict);
    await pool.query('analyze');
    await insertDeskDistrict(db);
    await countViews({ db, clock: systemClock }).flush();
    await rebuildIndexes({ db, clock: systemClock, copies: [] });
    await pool.query('vacuum analyze');
    const figures = [await compareAll(db, count)];
    await pool.query('vacuum analyze');
    const app = await buildServer({ config: readConfig({ SAMPLE: 'no', PORT: '1' }), databaseUrl: url });
    try {
      await app.ready();
      const users = [await signIn(db, 'coordinator'), await signIn(db, 'steward')];
      for (const user of users) {
        say(`Opening every page as a ${user.who}…`);
        figures.push(...(await openPages({ app, db, user }, named(count))));
      }
      for (const user of users) figures.push(...(await takeSteps({ app, db, user }, named(count))));
      figures.push(await afterABoundary({ app, db, user: users[1] as DeskUser }, named(count)));
      say('Bringing a list in…');
      return [...figures, ...(await benchDeskImport({ db, user: users[1] as DeskUser }, named(count)))];
    } finally {
      await app.close();
    }
  });
}

const whyComparedSlowly =
  'in the background, ten in a transaction, so that nobody who edits waits for it; what is edited alone takes a few milliseconds; tried: comparing only what shares a word of its name, a place or a contact';

/** Looking for what may be here twice, of all that is there; after an edit it is one alone. */
async function compareAll(db: Database, count: number): Promise<Figure> {
  const started = performance.now();
  if (!(await compareChanged({ db }))) throw new Error('not all was compared');
  const figure = Math.round(count / ((performance.now() - started) / 1_000));
  const what = `${named(count)}: compared with what it may be, a second`;
  return { what, figure, budget: 1_000, unit: '', atLeast: true, whyMissed: whyComparedSlowly };
}

export interface Desk {
  app: FastifyInstance;
  db: Database;
  user: DeskUser;
}

async function openPages(desk: Desk, of: string): Promise<Figure[]> {
  const addresses = await deskPagesToOpen(desk);
  const times = new Map<string, number[]>(addresses.map(([what]) => [what, []]));
  for (let round = -2; round < rounds; round += 1)
    for (const [what, address] of addresses) {
      const taken = times.get(what) ?? [];
      if (taken.reduce((sum, ms) => sum + ms, 0) > longEnoughMs) continue;
      const ms = await timed(desk, address);
      if (round >= 0) taken.push(ms);
    }
  return [...times].map(([what, ms]) => toFigure(`${of}, ${desk.user.who}: ${what}`, ms));
}

async function takeSteps(desk: Desk, of: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, path, forms } of await deskStepsToTake(desk)) {
    const times: number[] = [];
    for (const fields of forms) times.push(await timed(desk, path(fields), fields));
    figures.push(toFigure(`${of}, ${desk.user.who}: ${what}`, times.slice(2)));
  }
  return figures;
}

/** The first to look after a boundary has changed. */
async function afterABoundary(desk: Desk, of: string): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await desk.db.query(
      'bench-move-boundary',
      `update area_versions set population = population + 1 where area_id = (select min(id::text)::uuid from areas)`,
    );
    times.push(await timed(desk, '/desk/areas'));
  }
  return toFigure(`${of}, ${desk.user.who}: first /desk/areas after a change`, times);
}

const toFigure = (what: string, ms: number[]): Figure => ({
  what: `${what} (p50 ${percentile(ms, 0.5).toFixed(0)} ms), p99`,
  figure: percentile(ms, 0.99),
  budget: pageBudgetMs,
  unit: 'ms',
});

/** Endless where it was refused or cut off. */
async function timed({ app, user }: Desk, url: string, fields?: Record<string, string>): Promise<number> {
  const payload = fields && new URLSearchParams({ token: makeDeskFormToken(user.token), ...fields }).toString();
  const headers = { cookie: user.cookie, 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' };
  const started = performance.now();
  const answer = await app.inject(
    payload === undefined
      ? { url, headers }
      : { method: 'POST', url, payload, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } },
  );
  const ms = performance.now() - started;
  if (answer.statusCode === (fields ? 303 : 200)) return ms;
  process.stderr.write(`${url} answered ${answer.statusCode} to a ${user.who}\n`);
  return Number.POSITIVE_INFINITY;
}

async function signIn(db: Database, who: DeskUser['who']): Promise<DeskUser> {
  const [account] = await db.query<{ id: string }>('bench-account', 'select id from accounts where email = $1::text', [
    `${who}@example.org`,
  ]);
  const accountId = account?.id ?? '';
  const { token } = await beginSession(db, accountId, { now: new Date(), userAgent: 'Firefox/140.0 (Android)' });
  return { who, accountId, token, cookie: `desk=${token}` };
}

const named = (count: number) => `desk, ${count.toLocaleString('en-GB')}`;

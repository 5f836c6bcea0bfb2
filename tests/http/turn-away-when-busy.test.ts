import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { turnAwayWhenBusy } from '../../api/http/turn-away-when-busy.ts';

let app: FastifyInstance;
afterEach(() => app.close());

async function open(graceMs: number): Promise<void> {
  app = fastify();
  await turnAwayWhenBusy(app, { graceMs });
  app.get('/', async () => 'here');
  await app.ready();
}

/** Keeps the loop from everything else until its lateness has been noticed. */
async function keepBusy(): Promise<void> {
  while (app.memoryUsage().eventLoopDelay <= 1_000) {
    for (const until = Date.now() + 1_500; Date.now() < until; );
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

test('a process that cannot keep up says so at once, and when to come again', async () => {
  await open(0);
  expect((await app.inject('/')).statusCode).toBe(200);
  await keepBusy();
  const answer = await app.inject('/');
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
});

test('nobody is turned away in the first seconds, when starting alone has kept it busy', async () => {
  await open(60_000);
  await keepBusy();
  expect((await app.inject('/')).statusCode).toBe(200);
});

import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthRoutes } from '../../api/http/health.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let app: FastifyInstance;
beforeAll(async () => {
  site = await createTestApp('sample');
  const embeddedIndex = createEmbeddedIndex(site.deps.db, site.deps.vocabulary);
  app = Fastify();
  await app.register(healthRoutes, { deps: { ...site.deps, embeddedIndex, assetIndex: embeddedIndex } });
});
afterAll(async () => {
  await app.close();
  await site.close();
});

test('is live at once, and ready when the directory has been read into memory', async () => {
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  const first = await app.inject('/health/ready');
  expect(first.statusCode).toBe(503);
  expect(first.json()).toMatchObject({ status: 'not ready', database: 'ok', directory: 'not read into memory yet' });
  await expect.poll(async () => (await app.inject('/health/ready')).statusCode).toBe(200);
  expect((await app.inject('/health/ready')).json()).toMatchObject({ status: 'ok', directory: 'ok', search: { status: 'ok' } });
});

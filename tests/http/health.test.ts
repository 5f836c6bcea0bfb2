import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

test('is live at once, and ready when the directory has been read into memory', async () => {
  expect((await site.app.inject('/health/live')).statusCode).toBe(200);
  const first = await site.app.inject('/health/ready');
  expect(first.statusCode).toBe(503);
  expect(first.json()).toMatchObject({ status: 'not ready', database: 'ok', directory: 'being read into memory' });
  await expect.poll(async () => (await site.app.inject('/health/ready')).statusCode).toBe(200);
  expect((await site.app.inject('/health/ready')).json()).toMatchObject({ status: 'ok', directory: 'ok', search: { status: 'ok' } });
});

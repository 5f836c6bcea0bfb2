import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssetSearchPage } from '../../api/contract/asset-query.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

const find = async (query: string) => (await site.app.inject(`/api/v1/assets?${query}`)).json<AssetSearchPage>();

test('whatever is within half an hour has a way there, and nothing else has', async () => {
  const { items } = await find('near=QX3+2AB&per_page=100&sort=distance&page=1');
  const far = await find('near=QX3+2AB&per_page=100&sort=distance&page=3');
  for (const { type, distance_metres: metres, way } of [...items, ...far.items]) {
    if (type === 'signpost' || metres === null || metres > 2400) expect(way).toBeNull();
    else expect(way?.minutes).toBe(Math.max(1, Math.round(metres / 80)));
  }
  expect(items.some(({ way }) => way !== null) && far.items.some(({ way }) => way === null)).toBe(true);
});

test('a landmark on the way is named, never the place itself', async () => {
  const { items } = await find('near=QX3+2AB&per_page=100&within=2400');
  const past = items.filter(({ way }) => way?.past);
  expect(past.length).toBeGreaterThan(5);
  for (const { way, venue } of past) expect(way?.past?.name).not.toBe(venue?.name);
});

test('without a place to walk from there is no way', async () => {
  for (const { way } of (await find('per_page=20')).items) expect(way).toBeNull();
});

test('it is said in the list, in both languages', async () => {
  expect((await site.app.inject('/find?near=QX3+2AB')).body).toMatch(/\d+ minutes’ walk, past [A-Z]/);
  expect((await site.app.inject('/cy/find?near=QX3+2AB')).body).toMatch(/gan basio /);
});

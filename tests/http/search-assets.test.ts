import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssetSearchPage } from '../../api/contract/asset-query.ts';
import { Occurrences } from '../../api/contract/session.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { readerOf } from './read-by-contract.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject({ url });
const read = readerOf(() => test);

describe('GET /assets', () => {
  const search = (query: string) => read(`/api/v1/assets?${query}`, AssetSearchPage);

  it('finds by words and says how far', async () => {
    const page = await search('q=choir&near=QX3%202AB');
    expect(page.items.map(({ slug }) => slug)).toContain('cor-y-bont');
    expect(page.near?.label).toBe('QX3 2AB');
    for (const item of page.items) expect(item.point === null).toBe(item.distance_metres === null);
  });

  it('takes a place out of the words', async () => {
    const page = await search(`q=${encodeURIComponent('choir near QX3 2AB')}`);
    expect(page).toMatchObject({ words: 'choir', near: { label: 'QX3 2AB' } });
  });

  it('takes a town or village alone for the place it is', async () => {
    expect(await search('q=Llanderw')).toMatchObject({ words: '', near: { label: 'Llanderw' } });
  });

  it('says so when a postcode is not on our list, and still looks for the words', async () => {
    const page = await search(`q=${encodeURIComponent('choir SW1A 1AA')}`);
    expect(page).toMatchObject({ words: 'choir', near: null, unknown_place: 'SW1A 1AA' });
    expect(page.notice).toContain('SW1A 1AA');
    expect(page.items.map(({ slug }) => slug)).toContain('cor-y-bont');
  });

  it('says so when there was nothing to look for', async () => {
    expect((await search(`q=${encodeURIComponent('🧶')}`)).notice).toContain('🧶');
  });

  it('is not sent again when nothing changed', async () => {
    const first = await get('/api/v1/topics');
    const again = await test.app.inject({ url: '/api/v1/topics', headers: { 'if-none-match': String(first.headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect(first.headers['cache-control']).toBe('no-cache');
  });

  it('ORs values of one filter and ANDs filters', async () => {
    const groups = await search('kind=group&per_page=1');
    const places = await search('kind=place&per_page=1');
    const both = await search('kind=group,place&per_page=1');
    expect(both.total).toBe(groups.total + places.total);
    const freeGroups = await search('kind=group&cost=free&per_page=1');
    expect(freeGroups.total).toBeGreaterThan(0);
    expect(freeGroups.total).toBeLessThan(groups.total);
  });

  it('counts each facet as what choosing it would find', async () => {
    const page = await search('kind=group&per_page=1');
    for (const [kind, count] of Object.entries(page.facets.kind)) expect((await search(`kind=${kind}&per_page=1`)).total).toBe(count);
    for (const [day, count] of Object.entries(page.facets.day))
      expect((await search(`kind=group&day=${day}&per_page=1`)).total).toBe(count);
  });

  it('counts where one may just turn up or bring somebody, and how many are within a walk', async () => {
    const { facets, total } = await search('near=QX3%202AB&per_page=1');
    for (const name of ['just_turn_up', 'bring_someone'] as const) {
      const page = await search(`near=QX3%202AB&${name}=yes&per_page=100`);
      expect(page.total).toBe(facets[name].yes);
      expect(page.items.every((item) => item[name] === true)).toBe(true);
    }
    expect(Object.keys(facets.within)).toEqual(['400', '800', '1200', '1600', '2400']);
    for (const [metres, count] of Object.entries(facets.within))
      expect((await search(`near=QX3%202AB&within=${metres}&per_page=1`)).total).toBe(count);
    expect(facets.within[2400]).toBeLessThan(total);
    expect((await search('per_page=1')).facets.within).toEqual({});
  });

  it('says why each is there when asked to, and only then', async () => {
    const page = await search('q=choir&near=QX3%202AB&explain=1&per_page=100');
    const [first] = page.items;
    expect(first?.why?.[0]).toMatchObject({ reason: expect.stringMatching(/-in-(name|summary)$/) });
    expect(first?.why?.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['distance', 'freshness', 'kind']));
    for (const item of page.items) {
      expect(item.why?.length, item.slug).toBeGreaterThan(1);
      const [word, distance] = item.why ?? [];
      expect(word?.reason, item.slug).not.toBe('word-left-out');
      expect(distance?.detail, item.slug).toContain(
        item.distance_metres === null ? 'no fixed place' : `${item.distance_metres} metres from QX3 2AB`,
      );
      expect(
        item.why?.some(({ reason }) => reason === 'next-date'),
        item.slug,
      ).toBe(item.next !== null);
    }
    expect((await get('/api/v1/assets?q=choir')).body).not.toContain('"why"');
  });

  it('pages through everything once, and puts signposts last', async () => {
    const first = await search('per_page=100');
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(first.total / 100) }, (_, index) => search(`per_page=100&page=${index + 1}`)),
    );
    const items = pages.flatMap(({ items }) => items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(first.total);
    expect(items.length).toBe(first.total);
    const firstSignpost = items.findIndex(({ type }) => type === 'signpost');
    expect(items.slice(firstSignpost).every(({ type }) => type === 'signpost')).toBe(true);
    expect(firstSignpost).toBeGreaterThan(300);
  });

  it('sorts by distance and keeps within it', async () => {
    const { items } = await search('near=QX3%202AB&within=800&sort=distance&per_page=100');
    const metres = items.filter(({ type }) => type === 'asset').map(({ distance_metres }) => distance_metres ?? Number.NaN);
    expect(metres.length).toBeGreaterThan(5);
    expect(metres).toEqual([...metres].sort((one, other) => one - other));
    expect(Math.max(...metres)).toBeLessThanOrEqual(800);
  });

  it('finds what is on on a given evening', async () => {
    const { items } = await search('on=2026-11-24&time=evening&per_page=100');
    expect(items.length).toBeGreaterThan(0);
    for (const { slug, times_not_fixed } of items) {
      const { items: dates } = await read(`/api/v1/assets/${slug}/occurrences?from=2026-11-24&to=2026-11-24`, Occurrences);
      if (!times_not_fixed)
        expect(dates.some(({ starts_at, status }) => status !== 'cancelled' && Number(starts_at.slice(11, 13)) >= 17)).toBe(true);
    }
  });
});

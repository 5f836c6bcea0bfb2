import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Area, Areas, Located } from '../../api/contract/area.ts';
import { Asset } from '../../api/contract/asset.ts';
import { AssetSearchPage, Clusters } from '../../api/contract/asset-query.ts';
import { Coordinator, Coordinators } from '../../api/contract/coordinator.ts';
import { Hints } from '../../api/contract/hint.ts';
import { Problem } from '../../api/contract/problem.ts';
import { Occurrences } from '../../api/contract/session.ts';
import { Signposts } from '../../api/contract/signpost.ts';
import { Topics } from '../../api/contract/vocabulary.ts';
import { WhatsOnDays } from '../../api/contract/whats-on.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject({ url });

/** What leaves, read back by the contract: the compiled serialiser and zod must agree, with nothing added. */
async function read<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.output<Schema>> {
  const answer = await get(url);
  expect(answer.statusCode, `${url} answered ${answer.body.slice(0, 300)}`).toBe(200);
  const parsed = schema.parse(answer.json());
  expect(parsed).toEqual(answer.json());
  return parsed;
}

describe('the API keeps its contract', () => {
  it.each<[string, z.ZodType]>([
    ['/api/v1/assets', AssetSearchPage],
    ['/api/v1/assets?q=choir&near=QX3%202AB', AssetSearchPage],
    ['/api/v1/assets?kind=signpost', AssetSearchPage],
    ['/api/v1/assets/mend-and-natter', Asset],
    ['/api/v1/assets/mend-and-natter/occurrences', Occurrences],
    ['/api/v1/areas', Areas],
    ['/api/v1/areas/abbey-and-riverside', Area],
    ['/api/v1/areas/locate?near=QX3%202AB', Located],
    ['/api/v1/areas/locate?near=51.5,-0.12', Located],
    ['/api/v1/coordinators', Coordinators],
    ['/api/v1/coordinators/sian-prosser', Coordinator],
    ['/api/v1/whats-on', WhatsOnDays],
    ['/api/v1/whats-on?q=choir&near=QX3%202AB&time=evening', WhatsOnDays],
    ['/api/v1/topics', Topics],
    ['/api/v1/signposts', Signposts],
    ['/api/v1/suggestions?q=ch&near=QX3', Hints],
    ['/api/v1/map/clusters?bbox=-3.2,52.1,-2.8,52.4&zoom=12', Clusters],
  ])('%s', async (url, schema) => {
    await read(url, schema);
  });

  it('describes every path it serves, and serves every path it describes', async () => {
    const { paths } = (await get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const described = Object.keys(paths).sort();
    expect(described).toEqual([
      '/api/v1/areas',
      '/api/v1/areas/locate',
      '/api/v1/areas/{slug}',
      '/api/v1/assets',
      '/api/v1/assets/{slug}',
      '/api/v1/assets/{slug}/occurrences',
      '/api/v1/coordinators',
      '/api/v1/coordinators/{slug}',
      '/api/v1/map/clusters',
      '/api/v1/signposts',
      '/api/v1/suggestions',
      '/api/v1/topics',
      '/api/v1/whats-on',
    ]);
    const docs = (await get('/api/docs')).body;
    for (const path of described) expect(docs).toContain(`GET ${path}`);
  });
});

describe('a request that was not understood', () => {
  it.each([
    ['/api/v1/assets?kind=club', 'kind', 'group'],
    ['/api/v1/assets?day=someday', 'day', 'monday'],
    ['/api/v1/assets?bbox=1,2,3', 'bbox', 'west,south,east,north'],
    ['/api/v1/assets?bbox=3,2,1,4', 'bbox', 'west,south,east,north'],
    ['/api/v1/assets?on=tomorrow', 'on', '2026-11-24'],
    ['/api/v1/assets?on=2026-02-30', 'on', '2026-11-24'],
    ['/api/v1/assets?from=9999-12-31', 'from', 'from 2000 to 2100'],
    ['/api/v1/whats-on?on=0000-01-01', 'on', 'from 2000 to 2100'],
    ['/api/v1/whats-on?from=9999-12-31', 'from', 'from 2000 to 2100'],
    ['/api/v1/map/clusters?bbox=-3.2,52.1,-2.8,52.4&zoom=12&to=2101-01-01', 'to', 'from 2000 to 2100'],
    ['/api/v1/assets/mend-and-natter/occurrences?from=9999-12-31', 'from', 'from 2000 to 2100'],
    ['/api/v1/assets?page=0', 'page', 'at least 1'],
    ['/api/v1/assets?per_page=1000', 'per_page', 'at most 100'],
    ['/api/v1/assets?within=far&near=QX3', 'within', 'number'],
    ['/api/v1/assets?sort=distance', 'sort', 'near'],
    ['/api/v1/assets?within=500', 'within', 'near'],
    ['/api/v1/assets?near=Atlantis', 'near', 'postcode'],
    ['/api/v1/assets?colour=green', 'colour', '/api/docs'],
    ['/api/v1/assets?area=nowhere', 'area', '/api/v1/areas'],
    ['/api/v1/assets?topic=gardening-leave', 'topic', '/api/v1/topics'],
    ['/api/v1/assets?from=2026-12-02&to=2026-12-01', 'to', 'turn them round'],
    ['/api/v1/whats-on?from=2026-12-02&to=2026-12-01', 'to', 'turn them round'],
    ['/api/v1/whats-on?from=2026-12-02&to=2027-12-01', 'to', 'at most 31 days'],
    ['/api/v1/whats-on?within=500', 'within', 'near'],
    ['/api/v1/whats-on?sort=soonest', 'sort', '/api/docs'],
    ['/api/v1/map/clusters?bbox=-3.2,52.1,-2.8,52.4&zoom=12&from=2026-12-02&to=2026-12-01', 'to', 'turn them round'],
    ['/api/v1/areas/locate', 'near', 'missing'],
    ['/api/v1/areas/locate?near=', 'near', 'empty'],
    ['/api/v1/areas?x=1', 'x', '/api/docs'],
    ['/api/v1/map/clusters?zoom=3', 'bbox', 'missing'],
    ['/api/v1/assets/mend-and-natter/occurrences?from=2026-12-02&to=2026-12-01', 'to', 'turn them round'],
    ['/api/v1/assets/mend-and-natter/occurrences?from=2026-01-01&to=2029-01-01', 'to', '366'],
  ])('%s is refused, naming the field and the fix', async (url, field, fix) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = Problem.parse(answer.json());
    expect(problem.errors?.map((error) => error.field)).toContain(field);
    expect(problem.errors?.find((error) => error.field === field)?.detail).toContain(fix);
  });

  it.each([
    '/api/v1/assets/no-such-thing',
    '/api/v1/areas/atlantis',
    '/api/v1/coordinators/nobody',
    '/api/v1/nothing',
    '/api/nothing',
    '/api',
    '/api/v1/assets/%00',
    '/api/v1/assets/%00/occurrences',
    '/api/v1/areas/%00',
    '/api/v1/coordinators/%00',
    '/api/v1/assets/no-such-thing/occurrences',
  ])('%s answers 404 in the same shape', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(Problem.parse(answer.json())).toMatchObject({ status: 404, type: '/problems/not-found', instance: url });
  });

  it.each(['/api/v1/assets/%ZZ', '/api/%C3%28', '/api/v1/assets?q=%ZZ'])('%s never answers 500, nor in another shape', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBeLessThan(500);
    if (answer.statusCode >= 400) expect(Problem.parse(answer.json()).status).toBe(answer.statusCode);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)('%s is told that everything is for reading', async (method) => {
    const answer = await test.app.inject({ method, url: '/api/v1/assets' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
    expect(Problem.parse(answer.json()).status).toBe(405);
  });

  it('keeps what was looked for out of the problem’s instance', async () => {
    const problem = Problem.parse((await get('/api/v1/assets?near=my-secret-house')).json());
    expect(problem.instance).toBe('/api/v1/assets');
  });
});

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
    for (const { slug } of items) {
      const { items: dates } = await read(`/api/v1/assets/${slug}/occurrences?from=2026-11-24&to=2026-11-24`, Occurrences);
      expect(dates.some(({ starts_at, status }) => status !== 'cancelled' && Number(starts_at.slice(11, 13)) >= 17)).toBe(true);
    }
  });
});

describe('GET /areas/locate', () => {
  it('goes from a postcode to the area, its coordinator and this week’s open doors', async () => {
    const located = await read('/api/v1/areas/locate?near=qx32ab', Located);
    expect(located).toMatchObject({ near: { label: 'QX3 2AB', type: 'postcode' }, area: { slug: 'abbey-and-riverside' }, nearest: null });
    expect(located.coordinators[0]).toMatchObject({ slug: 'sian-prosser', role: 'lead' });
    expect(located.coordinators[0]?.open_doors.length).toBeGreaterThan(0);
  });

  it('reads part of a postcode, a village and a point', async () => {
    expect((await read('/api/v1/areas/locate?near=QX3', Located)).near.type).toBe('partial-postcode');
    expect((await read('/api/v1/areas/locate?near=Llanderw', Located)).area?.slug).toBe('cwm-derw');
    expect((await read('/api/v1/areas/locate?near=52.25,-3.008', Located)).area?.slug).toBe('abbey-and-riverside');
  });

  it('names the nearest area from outside every one', async () => {
    const located = await read('/api/v1/areas/locate?near=52.26,-3.5', Located);
    expect(located).toMatchObject({ area: null, nearest: { slug: 'cwm-derw' } });
  });
});

describe('GET /map/clusters', () => {
  it('shows on the map as many as the list can pin', async () => {
    const list = await read('/api/v1/assets?kind=group&per_page=100&bbox=-3.2,52.1,-2.8,52.4', AssetSearchPage);
    const map = await read('/api/v1/map/clusters?kind=group&bbox=-3.2,52.1,-2.8,52.4&zoom=11', Clusters);
    expect(map.total).toBe(list.total);
    expect(map.items.length).toBeLessThan(map.total);
  });

  it('falls apart into single pins with names when looked at closely', async () => {
    const map = await read('/api/v1/map/clusters?bbox=-3.012,52.248,-3.004,52.256&zoom=17', Clusters);
    const singles = map.items.filter(({ count }) => count === 1);
    expect(singles.length).toBeGreaterThan(0);
    for (const single of singles) expect(single.name).toBeTruthy();
  });
});

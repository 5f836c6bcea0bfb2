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
import { readAnswer } from '../support/read-answer.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject({ url });

const read = <Schema extends z.ZodType>(url: string, schema: Schema) => readAnswer(test.app, url, schema);

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

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
import { readerOf } from './read-by-contract.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject({ url });

const read = readerOf(() => test);

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
      '/api/v1/quality',
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

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../api/project-root.ts';
import { pageStyleHashes, readBuiltFiles } from '../../web/server/built-files.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { everyPage, refusedPages } from './every-page.ts';

const webRoot = inProject('dist', 'web');
let site: TestApp;

beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

const get = async (url: string) => {
  const response = await site.app.inject({ url });
  return { status: response.statusCode, html: response.body, headers: response.headers };
};
const occurrences = (html: string, part: string) => html.split(part).length - 1;

describe('every page, in English and Welsh', () => {
  test.each(everyPage.flatMap((url) => [url, `/cy${url}`]))('%s is whole without script', async (url) => {
    const { status, html, headers } = await get(url);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html).toMatch(url.startsWith('/cy/') ? /^<!doctype html><html lang="cy"/ : /^<!doctype html><html lang="en-GB"/);
    expect(occurrences(html, '<h1')).toBe(1);
    expect(html).toContain(url.startsWith('/cy/') ? 'Tref ddychmygol yw Aberhaven' : 'Aberhaven is a made-up town');
    expect(html).toContain('href="https://www.bbc.co.uk/weather" rel="noreferrer"');
    expect(html).not.toMatch(/undefined|\[object|NaN|\{\w+\}<|>null</);
  });

  test.each([...everyPage, ...refusedPages])('%s has no style and no script but what the policy lets through', async (url) => {
    const { html } = await get(url);
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    const scripts = html.match(/<script(?! type="application\/(ld\+)?json")[^>]*>/g) ?? [];
    expect(scripts).toEqual(scripts.map(() => expect.stringMatching(/^<script type="module" src="\/assets\/browser-[\w-]+\.js">$/)));
    expect(scripts.length).toBeLessThanOrEqual(1);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(pageStyleHashes(webRoot)).toEqual([`'sha256-${createHash('sha256').update(style).digest('base64')}'`]);
  });

  test('each leads to itself in the other language', async () => {
    expect((await get('/find?q=choir')).html).toContain('href="/cy/find?q=choir" lang="cy"');
    expect((await get('/cy/areas/bryn-melyn')).html).toContain('href="/areas/bryn-melyn" lang="en"');
  });
});

describe('budgets of the first view', () => {
  test('home and find with twenty results fit in 14,000 bytes, style included', async () => {
    for (const url of ['/', '/cy/', '/find', '/cy/find', '/find?near=QX3+2AB&sort=distance']) {
      const { html } = await get(url);
      expect(gzipSync(html).length, url).toBeLessThanOrEqual(14_000);
    }
    expect(occurrences((await get('/find')).html, '<li class="result"')).toBe(20);
  });

  test('all style is at most 12 kB compressed', () => {
    expect(gzipSync(readBuiltFiles(webRoot).css).length).toBeLessThanOrEqual(12_000);
  });
});

describe('find', () => {
  test('takes the place out of the words, and every way on keeps it', async () => {
    const { html } = await get('/find?q=choir+near+QX3+2AB');
    expect(html).toContain('Looking for <b>choir</b> near <b>QX3 2AB</b>.');
    expect(html).toContain('href="/find?q=choir&amp;near=QX3+2AB&amp;within=1200"');
    expect(html).toMatch(/<input id="near"[^>]*value="QX3 2AB"/);
  });

  test('shows what is chosen as ticked boxes and as links that take it off', async () => {
    const { html } = await get('/find?q=choir&kind=group&topic=music');
    expect(html).toMatch(/<input type="checkbox" name="kind" value="group" checked\/>/);
    expect(html).toMatch(/<a class="chip on" href="\/find\?q=choir&amp;topic=music">/);
    expect(html).toMatch(/<a class="target" href="\/find\?q=choir">Clear all/);
  });

  test('keeps the order when the form is sent again', async () => {
    expect((await get('/find?q=choir&sort=soonest')).html).toContain('<input type="hidden" name="sort" value="soonest"/>');
  });

  test('looks everywhere when it does not know the place, and says so', async () => {
    const { html } = await get('/find?q=choir&near=Nowhere');
    expect(html).toContain('We don’t know where “Nowhere” is');
    expect(html).toContain('Côr y Bont');
  });

  test('an empty result offers other words, a wider walk and the coordinator', async () => {
    const { html } = await get('/find?q=canoe+polo&near=QX3+2AB&within=400&on=2030-01-01');
    expect(html).toContain('href="/find?q=canoe+polo&amp;near=QX3+2AB">Without any filters');
    expect(html).toContain('Siân’s door is open tomorrow');
  });

  test('services come after everything else, under their own heading', async () => {
    const { total, facets } = (await site.app.inject('/api/v1/assets')).json<{ total: number; facets: { kind: { signpost: number } } }>();
    const pageOfBoth = Math.ceil((total - facets.kind.signpost) / 20);
    const { html } = await get(`/find?page=${pageOfBoth}`);
    expect(html).toContain('class="result"');
    expect(html.indexOf('If you need help from a service')).toBeGreaterThan(html.lastIndexOf('class="result"'));
    expect(html).toContain(`${total - facets.kind.signpost} found`);
  });

  test('the last page leads back and no further', async () => {
    const { total } = (await site.app.inject('/api/v1/assets?kind=group')).json<{ total: number }>();
    const { html } = await get(`/find?kind=group&page=${Math.ceil(total / 20)}`);
    expect(html).toContain('rel="prev"');
    expect(html).not.toContain('rel="next"');
  });

  test('a place that is erased takes its distance with it', async () => {
    expect((await get('/find?q=&near=&within=1200&sort=distance')).status).toBe(200);
  });
});

describe('an asset', () => {
  test('says its rule, its dates and what is not on', async () => {
    const { html } = await get('/around/mend-and-natter');
    expect(html).toContain('Thursdays, 10am to noon');
    expect(html).toMatch(/Thu 3 Dec<\/time>.*?Not on.*?the hall is having its floor done/s);
  });

  test('tells machines what it tells people, and no text can break out of that', async () => {
    const rename = (name: string) =>
      site.deps.db.query('rename', "update assets set name = $1::text where slug = 'mend-and-natter'", [name]);
    await rename('</script><script>alert(1)</script>');
    const { html } = await get('/around/mend-and-natter');
    await rename('Mend and Natter');
    expect(html).not.toContain('<script>alert(1)');
    const [data] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) => JSON.parse(match[1] ?? ''));
    expect(data).toMatchObject({ '@type': 'Organization', name: '</script><script>alert(1)</script>' });
  });

  test('a gift has no map and no address', async () => {
    const { items } = (await site.app.inject('/api/v1/assets?kind=people')).json<{ items: { slug: string }[] }>();
    const { html } = await get(`/around/${items[0]?.slug}`);
    expect(html).not.toContain('id="map"');
    expect(html).not.toContain('openstreetmap');
    expect(html).toContain('A gift from a neighbour.');
  });

  test('a Welsh page marks what is only in English', async () => {
    expect((await get('/cy/around/mend-and-natter')).html).toContain('<dd><span lang="en">Dee, in the green apron</span></dd>');
  });
});

describe('when something is wrong', () => {
  test.each([
    ['/around/not-a-thing', 404, 'This door leads nowhere'],
    ['/no-such-page', 404, 'This door leads nowhere'],
    ['/cy/no-such-page', 404, 'arwain i unman'],
  ])('%s answers %d as a page with a way on', async (url, status, words) => {
    const answer = await get(url);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(words);
    expect(answer.html).toContain('name="q"');
  });

  test('a slash too many or too few is put right, and never leads to another site', async () => {
    const to = async (url: string) => (await get(url)).headers.location;
    expect([await to('/cy'), await to('/find/?q=choir'), await to('/cy/areas/')]).toEqual(['/cy/', '/find?q=choir', '/cy/areas']);
    expect([await to('//elsewhere.example/'), await to('/\\elsewhere.example/'), await to('/nowhere')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a failing database still gives a page, and says nothing of its inside', async () => {
    await site.deps.db.query('break', 'alter table area_versions rename to area_versions_away');
    const { status, html } = await get('/areas');
    await site.deps.db.query('mend', 'alter table area_versions_away rename to area_versions');
    expect(status).toBe(500);
    expect(html).toContain('Something slipped on our side');
    expect(html).not.toContain('area_versions');
  });

  test('a missing build is one clear sentence', () => {
    const empty = mkdtempSync(join(tmpdir(), 'open-door-empty-'));
    expect(() => readBuiltFiles(empty)).toThrow(/^The pages are not built yet .*npm start/);
    rmSync(empty, { recursive: true });
  });
});

test('a file with a hash in its name is kept for ever, others for a day', async () => {
  const [hashed] = readdirSync(join(webRoot, 'assets'));
  expect((await get(`/assets/${hashed}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=86400');
  expect((await get('/.vite/manifest.json')).status).toBe(404);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

const get = async (url: string, headers: Record<string, string> = {}) => (await site.app.inject({ url, headers })).body;
const countIn = (html: string) => Number(/<p id="result-count"[^>]*>(\d+)/.exec(html)?.[1]);

/** The other searches that are offered: address, words and how many each finds. */
function waysIn(html: string): { url: string; label: string; count: number }[] {
  const part = html.slice(html.indexOf('<div class="nothing'), html.indexOf('class="card person"'));
  return [...part.matchAll(/<a class="chip" href="([^"]+)">(.*?) <small>(\d+)<\/small>/g)].map(([, url = '', label = '', count]) => ({
    url: url.replaceAll('&amp;', '&'),
    label,
    count: Number(count),
  }));
}

describe('finding nothing offers what does find something', () => {
  test.each([
    ['kindred words', '/find?q=sailing&near=QX3+2AB', ['“canoe”', '“swimming”', 'Anything around here']],
    ['a longer walk', '/find?q=chess&near=QX3+2AB&within=400', ['Within a 30-minute walk', 'Any distance', 'Anything around here']],
    ['other days', '/find?q=canoe&on=2030-01-01&time=evening', ['On other days']],
    ['fewer filters, one by one', '/find?q=chess&kind=story&cost=free', ['Of any kind']],
    ['Welsh words in Welsh', '/cy/find?q=sbaeneg&near=QX3+2AB', ['“sgwrs”', 'Unrhyw beth ffordd hyn']],
  ])('%s', async (_what, url, labels) => {
    const html = await get(url);
    expect(countIn(html)).toBeNaN();
    const ways = waysIn(html);
    expect(ways.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
    for (const way of ways) expect(countIn(await get(way.url)), way.url).toBe(way.count);
  });

  test('and never a way that finds nothing, nor one of them twice', async () => {
    const ways = waysIn(await get('/find?q=zorbing&kind=group&on=2030-01-01'));
    expect(ways).toEqual([]);
    const urls = waysIn(await get('/find?q=kayaking&near=QX3+2AB&within=400&cost=free')).map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
  });

  test('but none while somebody is still typing, who is shown people and topics', async () => {
    const html = await get('/find?q=sailing&near=QX3+2AB', { 'x-still-typing': 'yes' });
    expect(waysIn(html)).toEqual([]);
    expect(html).toContain('Siân');
    expect(html).toMatch(/href="\/find\?near=[^"]*topic=/);
  });

  test('and the first steps to start it, with the coordinator of the place', async () => {
    const html = await get('/find?q=zorbing&near=QX3+2AB');
    expect(html).toContain('Would you like to start it?');
    expect(html).toContain('Say hello to Siân, who knows who else might like it');
    expect(html).toMatch(/href="\/coordinators\/sian-prosser">Tell Siân what you have in mind/);
  });

  test.each([
    ['/find?q=suicide', 'Someone who can help', /^\d services? that can help/],
    ['/find?q=suicide&near=QX3+2AB', 'Someone who can help', /^\d services? that can help/],
    ['/cy/find?q=hunanladdiad', 'Rhywun all helpu', /^\d [gw]+asanaeth a all helpu/],
  ])('but for %s, which only services answer, kind words: %s', async (url, kind, counted) => {
    const html = await get(url);
    expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]).toBe(kind);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toMatch(new RegExp(`^${kind} ·`));
    expect(/<p id="result-count"[^>]*>([^<]*)/.exec(html)?.[1]).toMatch(counted);
    expect(html).not.toMatch(/Nothing found|Dim byd|day by day|fesul diwrnod/);
    expect(html).toContain('id="signposts"');
  });

  test('but no such talk, and no guesses, for somebody in need', async () => {
    const html = await get('/find?q=eviction&kind=signpost');
    expect(html).not.toContain('Would you like to start it?');
    expect(html).not.toContain('Something like it');
  });

  test('nor are their own words said back to them, before who answers', async () => {
    for (const words of ['i+want+to+die', 'i+want+to+die+near+QX3+2AB']) {
      const html = await get(`/find?q=${words}`);
      expect(html).toContain('Someone who can help</h1>');
      expect(html).not.toContain('Looking for');
    }
  });

  test('and the number for a life in danger stands before any other', async () => {
    const html = await get('/help-now');
    expect(/href="tel:(\d+)/.exec(html)?.[1]).toBe('999');
  });
});

describe('a gap', () => {
  const gaps = () => site.deps.db.query<{ area: string; looks: number }>('test-page-gaps', 'select area, looks from gaps order by area');
  beforeEach(async () => {
    await site.deps.db.query('test-no-page-gaps', 'delete from gaps');
  });

  /** A gap that is always noted, after all that came before it. */
  async function lastNoted(area: string): Promise<void> {
    await get(`/find?q=zorbing&area=${area}`);
    await expect.poll(async () => (await gaps()).map((gap) => gap.area)).toContain(area);
  }

  test('is what nobody has around here: the area alone, once for each visitor and day', async () => {
    await get('/find?q=unicycling&near=QX3+2AB');
    await get('/find?q=unicycling+near+QX3+2AB');
    await get('/find?q=Unicycling!&near=QX3+2AB');
    await lastNoted('bryn-melyn');
    expect(await gaps()).toEqual([
      { area: 'abbey-and-riverside', looks: 1 },
      { area: 'bryn-melyn', looks: 1 },
    ]);
  });

  test('is none while somebody is typing, when a filter is to blame, when a service was found, or when it is only asked by a program', async () => {
    await get('/find?q=trampoli+unicycle&near=QX3+2AB', { 'x-still-typing': 'yes' });
    await get('/find?q=canoe&on=2030-01-01&near=QX3+2AB');
    await get('/find?q=canoe&near=QX3+2AB');
    await get('/find?q=samaritans&kind=signpost&near=QX3+2AB');
    await get('/find?q=eviction+unicycle&near=QX3+2AB');
    await get('/find?on=2030-01-01&near=QX3+2AB');
    await get('/api/v1/assets?q=unicycling');
    await lastNoted('cwm-derw');
    expect(await gaps()).toEqual([{ area: 'cwm-derw', looks: 1 }]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;

beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

const get = async (url: string) => (await site.app.inject({ url })).body;
const plain = (html: string) => (/<main.*<\/main>/s.exec(html)?.[0] ?? html).replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ');

describe('what’s on, asked in words', () => {
  test('the day and the hour among the words choose the days, and that is said', async () => {
    const html = await get('/whats-on?q=choir+tomorrow+evening');
    expect(html).toContain('What’s on tomorrow, in the evening</h1>');
    expect(plain(html)).toContain('Looking for choir, in the evening.');
    expect(html).toContain('Côr y Bont');
    expect(html).toContain('href="/whats-on?q=%E2%80%9Cchoir+tomorrow+evening%E2%80%9D"');
  });

  test('a weekday and a place among them are chosen, each to be taken off', async () => {
    const html = await get('/whats-on?q=choir+on+tuesdays+near+QX3+2AB');
    expect(html).toContain('What’s on this week</h1>');
    const chosen = /<ul class="row chosen".*?<\/ul>/s.exec(html)?.[0] ?? '';
    expect(plain(chosen)).toMatch(/“choir”.*Near QX3 2AB.*Tuesday/s);
    expect(chosen).toContain('href="/whats-on?q=choir&amp;day=tuesday&amp;from=2026-11-23&amp;to=2026-11-29"');
  });

  test('“just turn up” and “bring someone” can be taken off too', async () => {
    const html = await get('/whats-on?just_turn_up=yes&bring_someone=yes');
    expect(html).toContain('href="/whats-on?on=2026-11-23&amp;bring_someone=yes"');
    expect(html).toContain('href="/whats-on?on=2026-11-23&amp;just_turn_up=yes"');
  });

  test('a place of one’s own is never shown as numbers, and is kept when the form is sent', async () => {
    const html = await get('/whats-on?near=52.251,-3.012');
    expect(plain(html)).not.toContain('52.251');
    expect(html).toContain('<input type="hidden" name="near" value="52.251,-3.012"');
  });

  test('how far without from where is asked for, and words that are none are said to be none', async () => {
    expect(plain(await get('/whats-on?q=choir+within+walking+distance'))).toContain('Tell us where you are');
    expect(plain(await get('/cy/whats-on?q=choir+within+walking+distance'))).toContain('Dywedwch wrthon ni ble rydych chi');
    expect(plain(await get('/whats-on?q=%3F%3F'))).toContain('There are no words in “??”');
    const lost = plain(await get('/whats-on?q=choir+QX9+9ZZ'));
    expect(lost.match(/We don’t know/g)).toHaveLength(1);
  });

  test('from beyond every patch the closest is named', async () => {
    const html = await get('/whats-on?near=52.6,-3.4');
    expect(plain(html)).toContain('Where you are is outside Aberhaven and the Marches; here is what is nearest. The closest patch is');
    expect(plain(await get('/whats-on?near=QX3+2AB'))).not.toContain('outside Aberhaven');
  });

  test('a quiet evening offers only what has something on, and says how much', async () => {
    const html = await get('/whats-on?on=2026-11-25&time=morning&q=choir&near=QX3+2AB&within=400');
    expect(plain(html)).toContain('Nothing that we know of.');
    const quiet = html.slice(html.indexOf('Nothing that we know of.'));
    const ways = [...quiet.matchAll(/<a class="chip" href="([^"]+)">[^<]+<small>(\d+)<\/small>/g)];
    expect(ways.length).toBeGreaterThan(0);
    for (const [, href = '', count] of ways) {
      const there = plain(await get(href.replaceAll('&amp;', '&')));
      expect([href, Number(count) > 0, there.includes('Nothing that we know of.')]).toEqual([href, true, false]);
    }
  });
});

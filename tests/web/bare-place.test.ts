import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await createTestApp('sample');
  await site.deps.db.query('no-times', 'delete from occurrences');
  await site.deps.db.query('no-coordinators', 'delete from coordinators');
});
afterAll(() => site.close());

const get = async (url: string) => (await site.app.inject(url)).body;
const main = (html: string) => (/<main.*<\/main>/s.exec(html)?.[0] ?? '').replace(/<[^>]+>/g, ' ');

describe('a place of which no times and no coordinators are known yet', () => {
  test('says so, and leads to what is around on any day, and to nothing that finds nothing', async () => {
    const html = await get('/whats-on?on=2026-11-24&time=evening&near=QX3+2AB&within=1200');
    const [, offered] = main(html).split('We do not know of any times around here yet.');
    expect(offered).not.toMatch(/A longer walk|Any distance|Anything on that day|on the map/);
    expect(html).toContain('<a class="chip" href="/find?near=QX3+2AB&amp;within=1200">What is around, on any day</a>');
  });

  test('has no empty heading on its front page, nor among the patches', async () => {
    expect(main(await get('/'))).not.toMatch(/Come along|More open doors/);
    const areas = await get('/areas?near=QX3+2AB');
    expect(main(areas)).not.toContain('All the coordinators');
    expect(main(areas)).not.toContain('someone who knows it well');
    expect(main(areas)).toContain('QX3 2AB is in Abbey and Riverside.');
    expect(areas).toContain('href="/areas/abbey-and-riverside">See what is around there');
  });

  test('does not send whoever found nothing to a coordinator who is not there', async () => {
    const html = await get('/find?q=kayaking+near+QX3+2AB&within=400');
    expect(main(html)).toContain('Nothing found here yet');
    expect(main(html)).not.toContain('Find your coordinator');
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;

beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

const get = async (url: string) => (await site.app.inject({ url })).body;

test('words that ask for a day print that day alone, under the words as typed', async () => {
  const html = await get('/print/week?q=choir+tuesday+evening');
  expect(html).toContain('This week: choir tuesday evening</h1>');
  expect(html.match(/<h2[^>]*>\w+ \d+<\/h2>/g)?.map((day) => day.replace(/<[^>]+>/g, ''))).toEqual(['Tuesday 24']);
});

test.each([
  ['/print/week?near=Nowhere', 'We don’t know where “Nowhere” is'],
  ['/print/week?q=choir+near+SW1A+1AA', 'We don’t know where “SW1A 1AA” is'],
  ['/cy/print/week?near=Nowhere', 'Wyddon ni ddim ble mae “Nowhere”'],
])('%s prints no week of everywhere, and says why', async (url, says) => {
  const html = await get(url);
  expect(html).toContain(says);
  expect(html).not.toContain('class="sheet');
});

test.each([
  ['/print/week?area=zzz', 'We didn’t understand “zzz” in the address'],
  ['/print/week?area=marches&kind=zebra', 'We didn’t understand “zebra” in the address'],
  ['/print/week?ids=zzz', 'One of these is not shown any more.'],
])('%s says what was not understood', async (url, says) => {
  expect(await get(url)).toContain(says);
});

test('a week of a search has its evenings, and what is near before what is early', async () => {
  const html = await get('/print/week?q=lonely&near=QX3+2AB');
  const times = [...html.matchAll(/<li><b>([^<]+)<\/b>/g)].map(([, time]) => time ?? '');
  expect(times.filter((time) => time.endsWith('pm')).length).toBeGreaterThan(5);
});

test('what was kept and has no day this week is on the paper too, last, with where it is and whom to ring', async () => {
  await site.deps.db.query('no-dates', "delete from occurrences where asset_id = (select id from assets where slug = 'cor-y-bont')");
  const html = await get('/print/week?ids=cor-y-bont,mend-and-natter');
  const [, undated = ''] = html.split('>Ask when to come</h2>');
  expect(undated.replace(/<[^>]+>/g, '')).toMatch(/^ *Côr y Bont, the bridge choir Forty or so neighbours.*Old Chapel.*Olwen/);
  expect(undated).not.toContain('Mend and Natter');
  expect(html).not.toContain('And one more');
});

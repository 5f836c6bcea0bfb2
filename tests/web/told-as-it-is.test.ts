import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;

beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

const get = async (url: string) => (await site.app.inject({ url })).body;
const lines = (html: string, status: string) => html.match(new RegExp(`<li class="when ${status}[^"]*">.*?</ul></div></li>`, 'gs')) ?? [];

describe('what is on', () => {
  test('a thing that is not on says why, and neither what it costs nor to just turn up', async () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
    const pages = await Promise.all(days.map((day) => get(`/whats-on?on=${day}`)));
    const cancelled = pages.flatMap((html) => lines(html, 'cancelled'));
    expect(cancelled.length).toBeGreaterThan(0);
    for (const line of cancelled) {
      expect(line).toMatch(/<strong>(Not on|Moved to [^<]+)[:.]<\/strong> \S/);
      expect(line).not.toMatch(/<li>free<\/li>|just turn up/);
    }
  });

  test('a session with a title of its own stands behind the name of what it belongs to', async () => {
    expect(await get('/areas/castle-and-market')).toMatch(/>Castle Street Library[^<]*\u00a0· Rhyme time</);
  });

  test('a place that is called like the thing itself is not said twice', async () => {
    const html = await get('/areas/castle-and-market');
    const soar = /<h3><a href="\/around\/[^"]+">Capel Soar<\/a><\/h3><ul class="facts">(.*?)<\/ul>/s.exec(html)?.[1] ?? 'not there';
    expect(soar).not.toMatch(/Capel Soar|not there/);
  });
});

describe('an area', () => {
  test('says once what is open most days', async () => {
    const [week = '', mostDays = ''] = (await get('/areas/castle-and-market')).split('Open most days');
    expect(mostDays).toContain('>The Market Hall</a>');
    expect(week).not.toContain('>The Market Hall</a>');
  });

  test('someone who covers helps out beside a lead whose door is open', async () => {
    const html = await get('/areas/castle-and-market');
    expect(html).toMatch(/Siân is helping out here until \d+ \w+ 2026, as well as Abbey and Riverside/);
    await site.deps.db.query(
      'shut-doors',
      "delete from occurrences where coordinator_id = (select id from coordinators where slug = 'marcus-bell')",
    );
    expect(await get('/areas/castle-and-market')).toContain('Siân is looking after things here just now, as well as Abbey and Riverside');
  });
});

describe('an asset', () => {
  test('says with its regular times when it is next, in both languages', async () => {
    expect(await get('/around/mend-and-natter')).toMatch(
      /Thursdays, 10am to noon<\/strong><span class="next-on">; next on Thursday 26 November</,
    );
    expect(await get('/cy/around/mend-and-natter')).toContain('; nesaf ar ddydd Iau 26 Tachwedd<');
  });

  test('that says nothing of just turning up asks only about bringing someone', async () => {
    await site.deps.db.query('unsay', "update assets set just_turn_up = null, bring_someone = true where slug = 'mend-and-natter'");
    const html = await get('/around/mend-and-natter');
    expect(html).not.toContain('Can I just turn up?');
    expect(html).toContain('<dt>Can I bring someone?</dt><dd>Bring a friend if you like.</dd>');
  });

  test('having a rest says until when and why, in one sentence', async () => {
    expect(await get('/around/cwmni-drama-r-cwm')).toMatch(/Having a rest until \d+ \w+ 202\d: resting after the last play\.</);
    expect(await get('/around/castle-town-band-learners')).toMatch(
      /Having a rest until \d+ \w+ 202\d\. The music room is being plastered\.</,
    );
  });

  test('in the sample does not say again that it is one', async () => {
    expect(await get('/around/mend-and-natter')).not.toContain('From Sample');
  });

  test('in Welsh marks only the part that is in English', async () => {
    expect(await get('/cy/around/mend-and-natter')).toContain('<dd>Am ddim. <span lang="en">Tea 50p.</span></dd>');
  });
});

test('languages breathe after "and" in Welsh', async () => {
  const { items } = (await site.app.inject('/api/v1/assets?language=pl&per_page=100')).json<{ items: { slug: string }[] }>();
  const pages = await Promise.all(items.map(({ slug }) => get(`/cy/around/${slug}`)));
  expect(pages.some((html) => html.includes('a Phwyleg'))).toBe(true);
  expect(pages.some((html) => html.includes(' a Pwyleg'))).toBe(false);
});

test('what is printed names the site’s own address, whatever the browser calls it', async () => {
  const { body } = await site.app.inject({ url: '/find?kind=group', headers: { host: 'elsewhere.example.org' } });
  expect(body).toContain('Printed from localhost:3000/find?kind=group');
  expect(body).not.toContain('elsewhere.example.org');
});

test('what is printed carries its address and date, and how much of the list it shows', async () => {
  const html = await get('/find?kind=group');
  expect(html).toMatch(/<p class="printed">Printed from [^<]+\/find\?kind=group, as it stood on 23 November 2026\.<\/p>/);
  expect(html).toMatch(/<p class="printed">1 to 20 of \d+<\/p>/);
});

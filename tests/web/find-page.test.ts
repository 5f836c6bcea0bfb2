import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const hardNow = 'If things are hard right now, here is who answers today';
let site: TestApp;

beforeAll(async () => {
  site = await createTestApp('sample');
});
afterAll(() => site.close());

async function get(url: string) {
  const response = await site.app.inject({ url });
  return { status: response.statusCode, html: response.body };
}
const results = (html: string) => html.split('<li class="result"').length - 1;

describe('an address that is not quite right', () => {
  test('with marks of somebody else finds the same', async () => {
    const { status, html } = await get('/find?q=choir&fbclid=abc&utm_medium=social&kind=');
    expect(status).toBe(200);
    expect(html).toContain('Looking for <b>choir</b>.');
    expect(results(html)).toBe(results((await get('/find?q=choir')).html));
  });

  test('with a value that means nothing is searched without it, and says so', async () => {
    for (const [bad, value] of [
      ['kind=zebra', 'zebra'],
      ['topic=no-such-topic', 'no-such-topic'],
      ['on=someday', 'someday'],
      ['bbox=1,2', '1,2'],
    ]) {
      const { status, html } = await get(`/find?q=choir&${bad}`);
      expect([bad, status]).toEqual([bad, 200]);
      expect(html).toContain(`We didn’t understand “${value}” in the address`);
      expect(html).toContain('Côr y Bont');
    }
  });

  test('with a distance or an order that needs a place goes without it', async () => {
    const { status, html } = await get('/find?q=choir&within=1200&sort=distance');
    expect(status).toBe(200);
    expect(html).toContain('Côr y Bont');
    expect(html).not.toContain('We didn’t understand');
  });

  test('behind the last page shows the last one and the way to the first', async () => {
    const { html } = await get('/find?kind=story&page=50');
    expect(results(html)).toBeGreaterThan(0);
    expect(html).toContain('The list ends before that page');
    expect(html).toContain('href="/find?kind=story">Go to the first page');
  });
});

describe('a time that is asked for', () => {
  test('says of what has no fixed times that one should ask first, after what is on', async () => {
    const { html } = await get('/find?q=coffee+on+saturday+morning&per_page=100');
    const [on = '', mayBe = ''] = html.split('>Café Calon</a>');
    expect(on).toContain('class="result"');
    expect(on.slice(0, on.indexOf('id="found-2"'))).not.toContain('ask first');
    expect(mayBe.slice(0, 600)).toContain('<strong>Monday to Saturday, 8am to 4pm');
    expect(mayBe.slice(0, 900)).toContain('no fixed times: ask first');
    expect((await get('/find?q=coffee')).html).not.toContain('ask first');
  });
});

describe('what was understood', () => {
  test.each([
    ['/find?q=choir', 'Looking for <b>choir</b>.'],
    ['/find?q=choir+near+QX3+2AB', 'Looking for <b>choir</b> near <b>QX3 2AB</b>.'],
    [
      '/find?q=somewhere+warm+tuesday+evening+near+QX3+2AB',
      'Looking for <b>somewhere warm</b>, <b>on Tuesdays</b>, <b>in the evening</b>, near <b>QX3 2AB</b>.',
    ],
    ['/find?q=step+free+choir+in+welsh', 'Looking for <b>choir</b>, <b>step-free</b>, <b>in Welsh</b>.'],
    ['/cy/find?q=paned+yn+Gymraeg', 'Chwilio am: <b>paned</b>, <b>iaith: Cymraeg</b>.'],
    ['/find?q=free+this+weekend', 'Looking for <b>anything</b>, <b>between Sat 28 Nov and Sun 29 Nov</b>, <b>free</b>.'],
    ['/find?q=drop+in+coffee', 'Looking for <b>coffee</b>, <b>where you can just turn up</b>.'],
    ['/cy/find?q=canu+nos+Wener', 'Chwilio am: <b>canu</b>, <b>bob dydd Gwener</b>, <b>gyda’r nos</b>.'],
  ])('%s is said in a sentence', async (url, sentence) => {
    expect((await get(url)).html).toContain(sentence);
  });

  test.each([
    ['/find?q=choir+in+Narnia', 'We don’t know a place called Narnia'],
    ['/cy/find?q=canu+ger+Xanadu', 'Dydyn ni ddim yn nabod lle o’r enw Xanadu'],
    ['/find?q=choir+within+walking+distance', 'Tell us where you are, a postcode or a village'],
    ['/cy/find?q=choir+within+walking+distance', 'Dywedwch wrthon ni ble rydych chi'],
    ['/find?q=bridge+may+morning&kind=story', 'Nothing was left with “morning” as a filter'],
    ['/cy/find?q=bridge+may+morning&kind=story', 'Doedd dim ar ôl wrth hidlo yn ôl “morning”'],
    ['/cy/find?q=%F0%9F%A7%B6', 'Does dim geiriau i chwilio amdanyn nhw yn “🧶”'],
  ])('%s says what else there is to know, in the reader’s language', async (url, notice) => {
    expect((await get(url)).html).toContain(`<p class="said warn">${notice}`);
  });

  test('leaves the box, stands in the filters, and each part is taken off with one press', async () => {
    const { html } = await get('/find?q=choir+tuesday+evening');
    expect(html).toMatch(/<input id="q"[^>]* value="choir"/);
    expect(html).toMatch(/name="day" value="tuesday" checked/);
    expect(html).toMatch(/<a class="chip on" href="\/find\?q=choir&amp;time=evening">/);
    expect(html).toMatch(/<a class="chip on" href="\/find\?q=choir&amp;day=tuesday">/);
    expect(html).toContain(`href="/find?${new URLSearchParams({ q: '“choir tuesday evening”' })}">Just these words`);
  });

  test('tells what a feeling was taken to mean, in the reader’s language', async () => {
    expect((await get('/find?q=lonely')).html).toContain('Looking for <b>lonely</b>: company, chat and natter.');
    expect((await get('/find?q=lonely+on+sunday')).html).toContain('<b>lonely</b>, <b>on Sundays</b>: company, chat and natter.');
    expect((await get('/cy/find?q=unig')).html).toContain('Chwilio am: <b>unig</b>, sef cwmni, sgwrs a phaned.');
    expect((await get('/find?q=lonely+dominoes')).html).toContain('“lonely”: we looked for company, chat and natter.');
    expect((await get('/find?q=choir')).html).toContain('Looking for <b>choir</b>. <');
  });

  test('asks where the reader is when only a distance was said', async () => {
    expect((await get('/find?q=choir+within+walking+distance')).html).toContain('Tell us where you are');
  });
});

describe('a place that is not known', () => {
  test.each([
    '/find?near=SW1A+1AA',
    '/find?q=SW1A+1AA',
    '/find?near=ZZ9',
    '/find?q=choir+near+SW1A+1AA',
    '/find?q=choir&near=SW1A+1AA',
    '/whats-on?near=SW1A+1AA',
    '/whats-on?q=choir+near+SW1A+1AA&day=tuesday',
  ])('%s says so once, and shows what there is everywhere', async (url) => {
    const { status, html } = await get(url);
    expect(status).toBe(200);
    const said = /We (?:don’t|do not) know[^<]*/g;
    expect(html.match(said)).toEqual([
      `We don’t know ${url.includes('ZZ9') ? 'ZZ9' : 'SW1A 1AA'}, so this is from everywhere around here. Try a village or a street.`,
    ]);
    if (url.startsWith('/find?q=choir')) expect(html).toContain('Côr y Bont');
    else if (url.startsWith('/find')) expect(results(html)).toBe(20);
  });
});

test('a place outside every area is told so kindly, with the closest one', async () => {
  const { html } = await get('/find?near=52.45,-3.0');
  expect(html).toContain('is outside Aberhaven and the Marches; here is what is nearest.');
  expect(html).toMatch(/<a class="target" href="\/areas\/[a-z-]+">The closest patch is /);
  expect(results(html)).toBeGreaterThan(0);
  expect((await get('/find?near=QX3+2AB')).html).not.toContain('is outside');
  expect((await get('/cy/find?near=52.45,-3.0')).html).toContain('Mae lle rydych chi y tu allan i’n hardal');
});

describe('on a hard day', () => {
  test('words that lead to a service stay out of the page’s title, with other things found and without', async () => {
    const titleOf = (html: string) => html.slice(html.indexOf('<title>'), html.indexOf('</title>'));
    for (const words of ['anxious', 'hungry', 'suicide']) expect(titleOf((await get(`/find?q=${words}`)).html)).not.toContain(words);
    expect(titleOf((await get('/find?q=choir')).html)).toContain('choir');
  });

  test('finding nothing, or a service, shows who answers now', async () => {
    expect((await get('/find?q=choir&kind=group&on=2030-01-01')).html).toContain(hardNow);
    expect((await get('/find?q=samaritans')).html).toContain(hardNow);
  });

  test('looking for a choir does not', async () => {
    expect((await get('/find?q=choir&kind=group')).html).not.toContain(hardNow);
  });
});

test('finding nothing has one heading above it, and a coordinator without a place being known', async () => {
  const { html } = await get('/find?q=choir&kind=group&on=2030-01-01');
  const headings = html.slice(html.indexOf('<h1'), html.indexOf('class="card person"')).match(/<h[1-3][^>]*>/g);
  expect(headings).toHaveLength(1);
  expect(html).toMatch(/class="card person"/);
});

describe('days and the map in an address', () => {
  test('are said in words, each taken off with one press', async () => {
    const { html } = await get('/find?q=tea&on=2026-12-25');
    expect(html).toMatch(/<a class="chip on" href="\/find\?q=tea">.*?On Fri 25 Dec/s);
    const between = (await get('/find?from=2026-11-24&to=2026-11-26&bbox=-3.2,52.1,-2.8,52.4')).html;
    expect(between).toMatch(/href="\/find\?bbox=[^"]+">.*?Between Tue 24 Nov and Thu 26 Nov/s);
    expect(between).toMatch(/href="\/find\?from=2026-11-24&amp;to=2026-11-26">.*?Inside the map view/s);
  });

  test('another day does not say "on today"', async () => {
    expect((await get('/find?day=monday')).html).toContain('on today');
    expect((await get('/find?on=2026-11-30')).html).not.toContain('on today');
  });
});

test('wishes complete "I’d like to…", and what is chosen stands alone', async () => {
  expect((await get('/')).html).toContain('>make something with my hands</a>');
  const { html } = await get('/find?topic=company');
  expect(html).toMatch(/value="company" checked\/>have company/);
  expect(html).toMatch(/Remove <\/span>Company</);
});

describe('the filters', () => {
  const countOf = (html: string, choice: string) => {
    const [name, value] = choice.split(':');
    return Number(new RegExp(`name="${name}" value="${value}"[^>]*>[^<]*<small>(\\d+)<`).exec(html)?.[1]);
  };
  /** "Nothing found" has no number. */
  const foundBy = async (url: string) => Number(/<p id="result-count"[^>]*>(\d+)/.exec((await get(url)).html)?.[1] ?? 0);

  test('keep what would find nothing, quietly, and let it be pressed', async () => {
    const { html } = await get('/find?q=chess');
    const nothing = html.match(/<label class="none"><input type="checkbox"[^>]*>[^<]*<small>\d+<\/small>/g) ?? [];
    expect(nothing.length).toBeGreaterThan(5);
    for (const choice of nothing) {
      expect(choice).toContain('>0</small>');
      expect(choice).not.toContain('disabled');
    }
    expect(html).toMatch(/<label><input type="checkbox" name="kind" value="group"\/>/);
  });

  test('count what a choice really finds: another of the same group as well, of another group only both', async () => {
    const { html } = await get('/find?q=chess&kind=group');
    expect(countOf(html, 'kind:place')).toBe(await foundBy('/find?q=chess&kind=place'));
    expect(countOf(html, 'cost:free')).toBe(await foundBy('/find?q=chess&kind=group&cost=free'));
    expect(await foundBy('/find?q=chess&kind=group&kind=place')).toBe(countOf(html, 'kind:group') + countOf(html, 'kind:place'));
  });

  test('count the walks once it is known from where', async () => {
    const { html } = await get('/find?q=chess&near=QX3+2AB');
    for (const metres of [1200, 2400])
      expect(countOf(html, `within:${metres}`)).toBe(await foundBy(`/find?q=chess&near=QX3+2AB&within=${metres}`));
    expect((await get('/find?q=chess')).html).not.toContain('name="within"');
  });

  test('take a day of the reader’s own, once', async () => {
    const { html } = await get('/find?on=2026-11-30');
    expect(html.match(/name="on"/g)).toHaveLength(1);
    expect(html).toMatch(/<input type="date" name="on" value="2026-11-30" min="2026-11-23"\/>/);
    expect(html).toMatch(/When<b class="number">1<\/b>/);
  });
});

test('what is no letter never comes back in a page', async () => {
  for (const url of ['/find?q=%00choir%01', '/find?near=%00QX3+2AB', '/whats-on?q=choir%00', '/print/week?q=choir%00%EF%BF%BF']) {
    const { status, html } = await get(url);
    expect(status, url).toBe(200);
    expect(html, url).not.toMatch(/[^\P{Cc}\n\t]|[\ufffe\uffff]/u);
  }
  expect((await get('/find?q=%00')).html).not.toContain('value="\0"');
});

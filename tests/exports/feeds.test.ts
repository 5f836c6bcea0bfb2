import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordChange } from '../../api/search/record-change.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';

// One site for all: what a test changes has its own name and, where the order counts, a later moment than what was changed before.
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

interface Link {
  '@rel'?: string;
  '@href': string;
}

interface AtomFeed {
  id: string;
  title: string;
  updated: string;
  link: Link[];
  author: { name: string };
  entry: { id: string; title: { '#text': string }; summary: { '#text': string }; link: Link; updated: string; published: string }[];
}

async function read(url: string): Promise<AtomFeed> {
  const answer = await test.app.inject(url);
  expect(answer.statusCode, `${url}: ${answer.body.slice(0, 200)}`).toBe(200);
  expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(XMLValidator.validate(answer.body)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: (_name, path) => path === 'feed.entry' });
  return parser.parse(answer.body).feed;
}

async function change(slug: string, column: 'name' | 'summary', text: string, at: string) {
  const { db } = test.deps;
  const [row] = await db.query<{ id: string }>(
    `change-${column}`,
    `update assets set ${column} = $2::text, updated_at = $3::timestamptz where slug = $1::text returning id`,
    [slug, text, at],
  );
  await db.transaction((tx) => recordChange(tx, TEST_NOW, { assetIds: [row?.id ?? ''] }));
  return row?.id;
}

describe('a feed of what is new', () => {
  it('tells of a search and leads to its page', async () => {
    const feed = await read('/feeds/find.atom?q=choir&near=QX3+2AB');
    expect(feed.title).toBe('“choir” · QX3 2AB · Open Door');
    expect(feed.author).toEqual({ name: 'Open Door' });
    expect(feed.link.map((link) => [link['@rel'], link['@href']])).toEqual([
      ['alternate', 'http://localhost:3000/find?q=choir&near=QX3+2AB'],
      ['self', 'http://localhost:3000/feeds/find.atom?q=choir&near=QX3+2AB'],
    ]);
    for (const { link } of feed.entry) expect(link['@href']).toMatch(/^http:\/\/localhost:3000\/around\/[a-z0-9-]+$/);
    // Of more than fifty that are equally new it tells of any: one name has no more than that.
    const named = await read('/feeds/find.atom?q=cor+y+bont');
    expect(named.entry.map(({ link }) => link['@href'])).toContain('http://localhost:3000/around/cor-y-bont');
  });

  it('holds nothing that XML does not take, whatever was asked for', async () => {
    for (const q of ['%3C%26%00%01choir', 'choir%EF%BF%BF%EF%BF%BE%1B']) {
      const feed = await read(`/feeds/find.atom?q=${q}`);
      expect(feed.title).not.toMatch(/[^\P{Cc}\n]|[\ufffe\uffff]/u);
      expect(feed.title).toContain('choir');
    }
  });

  it('puts what was changed last first, under the id it always had', async () => {
    const url = '/feeds/areas/abbey-and-riverside.atom';
    const before = await read(url);
    const id = await change('mend-and-natter', 'summary', 'Now with a sewing machine.', '2026-11-23T10:00:00Z');
    const after = await read(url);
    const [first] = after.entry;
    expect(first).toMatchObject({ id: `urn:uuid:${id}`, updated: '2026-11-23T10:00:00.000Z' });
    expect(first?.summary['#text']).toBe('Now with a sewing machine.');
    expect(after.updated).toBe('2026-11-23T10:00:00.000Z');
    expect(after.id).toBe(before.id);
    const times = after.entry.map(({ updated }) => updated);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('tells of what is new however many better answers there are', async () => {
    const { db } = test.deps;
    const rows = await db.query<{ id: string }>(
      'many-anvils',
      `insert into assets (slug, kind, name, summary, last_checked_at, updated_at)
      select 'anvil-' || n, 'group', 'Anvil ' || n, 'Anvil', $1::timestamptz, $1::timestamptz - interval '1 year' from generate_series(1, 1200) n
      returning id`,
      [TEST_NOW],
    );
    await db.transaction((tx) => recordChange(tx, TEST_NOW, { assetIds: rows.map(({ id }) => id) }));
    const id = await change('mend-and-natter', 'summary', 'Somebody gave us an anvil.', '2026-11-23T10:00:00Z');
    expect((await read('/feeds/find.atom?q=anvil')).entry[0]?.id).toBe(`urn:uuid:${id}`);
  });

  it('says any name as plain text, and none breaks out of it', async () => {
    await change('mend-and-natter', 'name', 'Ends & <b>odds</b> ]]> "all"', '2026-11-23T10:00:00Z');
    const [first] = (await read('/feeds/areas/abbey-and-riverside.atom')).entry;
    expect(first?.title['#text']).toBe('Ends &amp; &lt;b&gt;odds&lt;/b&gt; ]]&gt; "all"');
  });

  it('names no service of last resort', async () => {
    const feed = await read('/feeds/find.atom');
    expect(feed.entry).toHaveLength(50);
    expect(feed.entry.filter(({ link }) => !link['@href'].includes('/around/'))).toEqual([]);
    expect(await read('/feeds/find.atom?kind=signpost')).not.toHaveProperty('entry');
  });

  it('speaks Welsh where there is Welsh', async () => {
    const feed = await read('/cy/feeds/areas/abbey-and-riverside.atom');
    expect(feed.link[0]?.['@href']).toBe('http://localhost:3000/cy/areas/abbey-and-riverside');
    expect(feed.entry.map(({ title }) => title['#text'])).toContain('Trwsio a Sgwrs');
  });

  it('is not sent again while nothing has changed', async () => {
    const first = await test.app.inject('/feeds/find.atom?q=choir');
    const second = await test.app.inject({ url: '/feeds/find.atom?q=choir', headers: { 'if-none-match': String(first.headers.etag) } });
    expect([second.statusCode, second.body]).toEqual([304, '']);
  });
});

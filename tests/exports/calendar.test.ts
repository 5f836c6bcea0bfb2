import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWeekSheet } from '../../api/exports/make-week-sheet.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { materialiseOccurrences } from '../../api/sessions/materialise-occurrences.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';

// One site for all: whoever changes something of an asset or a coordinator is the last to look at it.
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

/** Read by a parser that is not ours. */
async function read(url: string) {
  const answer = await test.app.inject(url);
  expect(answer.statusCode, `${url}: ${answer.body.slice(0, 200)}`).toBe(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  return {
    text: answer.body,
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((component) => ({
      event: new ICAL.Event(component),
      status: component.getFirstPropertyValue('status'),
      geo: component.getFirstPropertyValue('geo'),
    })),
  };
}

const momentOf = (time: ICAL.Time) => time.toJSDate().toISOString();

/** Of an asset or a coordinator; each a minute later than what was done before. */
async function except(slug: string, exception: { on: string; change: string; to?: string; at?: string }) {
  const { db } = test.deps;
  const [session] = await db.query<{ id: string; asset_id: string | null; coordinator_id: string | null }>(
    'session-of',
    `select s.id, asset_id, coordinator_id from sessions s
    where asset_id = (select id from assets where slug = $1::text) or coordinator_id = (select id from coordinators where slug = $1::text)
    order by position limit 1`,
    [slug],
  );
  await db.query(
    'except',
    `insert into session_exceptions (session_id, on_date, change, to_date, to_time)
    values ($1::uuid, $2::date, $3::text, $4::date, $5::time)
    on conflict (session_id, on_date) do update set change = excluded.change, to_date = excluded.to_date, to_time = excluded.to_time`,
    [session?.id, exception.on, exception.change, exception.to ?? null, exception.at ?? null],
  );
  minutesOn += 1;
  const subjects = { assetIds: [session?.asset_id ?? []].flat(), coordinatorIds: [session?.coordinator_id ?? []].flat() };
  await db.transaction((tx) => materialiseOccurrences(tx, new Date(TEST_NOW.getTime() + minutesOn * 60_000), subjects));
}
let minutesOn = 0;

describe('a calendar', () => {
  it('holds each date of an asset for itself, at its moment, with where and how to read on', async () => {
    const { name, events } = await read('/around/cor-y-bont/calendar.ics');
    expect(name).toBe('Côr y Bont, the bridge choir · Open Door');
    const [first] = events;
    expect(first?.event).toMatchObject({ summary: 'Côr y Bont, the bridge choir', attendees: [] });
    expect(first && momentOf(first.event.startDate)).toBe('2026-11-24T19:15:00.000Z');
    expect(first?.event.location).toMatch(/^Old Chapel, /);
    expect(first?.event.description).toContain('http://localhost:3000/around/cor-y-bont');
    expect(first?.geo).not.toBeNull();
    expect(new Set(events.map(({ event }) => event.uid)).size).toBe(events.length);
  });

  it('keeps the name of a date that is moved or cancelled, and counts the change', async () => {
    const before = await read('/around/cor-y-bont/calendar.ics');
    const [first, second] = before.events.map(({ event }) => event);
    await except('cor-y-bont', { on: '2026-11-24', change: 'moved', to: '2026-11-25', at: '18:00' });
    await except('cor-y-bont', { on: '2026-12-01', change: 'cancelled' });
    const after = new Map((await read('/around/cor-y-bont/calendar.ics')).events.map((each) => [each.event.uid, each]));
    const [moved, cancelled] = [after.get(first?.uid ?? ''), after.get(second?.uid ?? '')];
    expect(moved && momentOf(moved.event.startDate)).toBe('2026-11-25T18:00:00.000Z');
    expect(moved?.event.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect(cancelled?.status).toBe('CANCELLED');
    expect(cancelled && momentOf(cancelled.event.startDate)).toBe('2026-12-01T19:15:00.000Z');
    expect(cancelled?.event.sequence).toBeGreaterThan(second?.sequence ?? 0);
    expect(after.size).toBe(before.events.length);
  });

  it('counts on when a date is on again, for a group and for a coordinator’s open door alike', async () => {
    for (const [slug, url, owner] of [
      ['cor-y-bont', '/around/cor-y-bont/calendar.ics', 'Côr y Bont, the bridge choir'],
      ['sian-prosser', '/feeds/areas/abbey-and-riverside.ics', 'Siân'],
    ] as const) {
      const dates = async () => (await read(url)).events.filter(({ event }) => event.summary.split(' · ')[0] === owner);
      const [first, ...others] = await dates();
      const uid = first?.event.uid;
      const now = async () => (await dates()).find(({ event }) => event.uid === uid);
      const on = uid?.slice(37, 47) ?? '';
      await except(slug, { on, change: 'cancelled' });
      const cancelled = await now();
      await except(slug, { on, change: 'note' });
      const again = await now();
      expect([first?.status, cancelled?.status, again?.status]).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
      const counts = [first, cancelled, again].map((each) => each?.event.sequence ?? -1);
      expect(counts).toEqual([...new Set(counts)].sort((one, other) => one - other));
      const untouched = new Map((await dates()).map(({ event }) => [event.uid, event.sequence]));
      for (const { event } of others) expect(untouched.get(event.uid)).toBe(event.sequence);
    }
  });

  it('of an area holds the open doors of its coordinators, in either language', async () => {
    const { name, events } = await read('/cy/feeds/areas/abbey-and-riverside.ics');
    expect(name).toMatch(/ · Drws Agored$/);
    expect(events.map(({ event }) => event.summary)).toContain('Siân');
    expect(events.length).toBeGreaterThan(50);
    for (const { event } of events) expect(event.endDate.compare(event.startDate)).toBe(1);
  });

  it('of a search holds only the days and hours that were asked for', async () => {
    const { events } = await read('/feeds/find.ics?day=tuesday&time=evening&kind=group');
    expect(events.length).toBeGreaterThan(3);
    for (const { event } of events) {
      const start = event.startDate.toJSDate();
      expect([start.getUTCDay(), start.getUTCHours() >= 17]).toEqual([2, true]);
    }
  });

  it('of words that ask for a day and an hour holds no other, and is called as they were typed', async () => {
    const { name, events } = await read('/feeds/find.ics?q=choir+tuesday+evening');
    expect(name).toBe('“choir tuesday evening” · Open Door');
    expect(events.length).toBeGreaterThan(3);
    for (const { event } of events) {
      const start = event.startDate.toJSDate();
      expect([start.getUTCDay(), start.getUTCHours() >= 17]).toEqual([2, true]);
    }
  });

  it('begins at the day that was asked for, however much is on before it, and so does the week on paper', async () => {
    const { db } = test.deps;
    const [asset] = await db.query<{ id: string }>(
      'very-busy',
      `insert into sessions (asset_id, rule, starts_on, start_time, minutes)
      select id, 'FREQ=DAILY', '2026-11-01', '18:00', 30 from assets, generate_series(1, 150) where slug = 'mend-and-natter'
      returning asset_id as id`,
    );
    await db.transaction(async (tx) => {
      await materialiseOccurrences(tx, TEST_NOW, { assetIds: [asset?.id ?? ''] });
      await recordChange(tx, TEST_NOW, { assetIds: [asset?.id ?? ''] });
    });
    const { events } = await read('/feeds/find.ics?q=mend+and+natter&on=2026-12-16');
    const days = events.filter(({ event }) => event.summary.startsWith('Mend and Natter')).map(({ event }) => momentOf(event.startDate));
    expect(days).toHaveLength(150);
    expect(days.every((moment) => moment.startsWith('2026-12-16'))).toBe(true);
    const sheet = await makeWeekSheet(test.deps, { slugs: ['mend-and-natter', 'cor-y-bont'] });
    expect(sheet.items.length).toBeGreaterThan(150 * 7);
    expect(sheet.items.at(-1)?.occurrence.starts_at).toMatch(/^2026-11-29/);
    expect(sheet.undated).toEqual([]);
  });

  it('does not tell in its name at which point somebody stood', async () => {
    const { name } = await read('/feeds/find.ics?q=choir&near=52.2513,-3.0079');
    expect(name).toBe('“choir” · Open Door');
  });

  it('of what someone kept holds that and no more', async () => {
    const { events } = await read('/feeds/shortlist.ics?ids=cor-y-bont,mend-and-natter,never-was-here');
    expect(new Set(events.map(({ event }) => event.summary.split(' · ')[0]))).toEqual(
      new Set(['Côr y Bont, the bridge choir', 'Mend and Natter']),
    );
  });

  it('is not sent again while nothing has changed', async () => {
    const first = await test.app.inject('/feeds/areas/bryn-melyn.ics');
    const second = await test.app.inject({ url: '/feeds/areas/bryn-melyn.ics', headers: { 'if-none-match': String(first.headers.etag) } });
    expect([second.statusCode, second.body]).toEqual([304, '']);
    expect(first.headers['cache-control']).toBe('private, max-age=900');
  });

  it('is refused in words for what is not there or makes no sense', async () => {
    const refused = ['/around/nothing/calendar.ics', '/feeds/areas/atlantis.ics', '/feeds/find.ics?day=someday', '/feeds/shortlist.ics'];
    const answers = await Promise.all(refused.map((url) => test.app.inject(url)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 400, 400]);
    for (const { headers } of answers) expect(headers['content-type']).toContain('application/problem+json');
  });
});

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../api/project-root.ts';
import { realData } from '../support/real-data.ts';
import { type ImportTarget, openImportTarget } from './import-into.ts';

const fixtures = inProject('tests', 'imports', 'fixtures', 'mobile-libraries');
const real = realData('mobile-libraries');
const preset = 'mobile-libraries';

interface Stop {
  slug: string;
  name: string;
  venue: string;
  area_id: string | null;
  rule: string;
  starts_on: string;
  ends_on: string | null;
  start_time: string;
  minutes: number;
  except: string[];
}

const stopsOf = (target: ImportTarget) =>
  target.db.query<Stop>(
    'test-stops',
    `select a.slug, a.name, v.name as venue, a.area_id, s.rule, s.starts_on::text, s.ends_on::text, s.start_time::text, s.minutes,
       array(select e.on_date::text from session_exceptions e where e.session_id = s.id and e.change = 'cancelled' order by 1) as except
     from assets a join venues v on v.id = a.venue_id join sessions s on s.asset_id = a.id
     where a.source = 'mobile-libraries' order by a.name, s.position`,
  );

/** On or moved dates to come, local, at most so many; from the dates worked out ahead. */
const nextDates = (target: ImportTarget) =>
  target.db.query<{ slug: string; dates: string[] }>(
    'test-next-dates',
    `select a.slug, array_agg(to_char(o.starts_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') order by o.starts_at) as dates
     from occurrences o join assets a on a.id = o.asset_id
     where a.source = 'mobile-libraries' and o.status <> 'cancelled' and o.local_date >= '2026-11-23' group by a.slug`,
  );

describe('the preset for mobile libraries, on made-up stops in the same columns', () => {
  let target: ImportTarget;
  let folder: string;
  beforeAll(async () => {
    target = await openImportTarget('sample');
    folder = mkdtempSync(join(tmpdir(), 'open-door-stops-'));
    cpSync(fixtures, folder, { recursive: true });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await target.close();
  });

  test('adds each stop to the place that stands, with all its times', async () => {
    const { files, lines } = await target.run({ preset, from: folder });
    expect(files.map(({ file, counts }) => [file, counts.added, counts.changed, counts.refused])).toEqual([
      ['hillshire.csv', 4, 1, 8],
      ['vale.csv', 2, 0, 0],
    ]);
    expect(lines.join()).not.toContain('makes room');
    expect(
      (await stopsOf(target)).map(({ name, rule, start_time, minutes, ends_on }) => [name, rule, start_time, minutes, ends_on]),
    ).toEqual([
      ['Mobile library at Bus turning place', 'FREQ=MONTHLY;BYDAY=2FR', '15:40:00', 20, null],
      ['Mobile library at Marl', 'FREQ=MONTHLY;BYDAY=2FR', '15:00:00', 20, null],
      ['Mobile library at Mill, Combe', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', '10:00:00', 15, null],
      ['Mobile library at Post Box, Combe', 'FREQ=WEEKLY;BYDAY=MO', '09:30:00', 15, null],
      ['Mobile library at The Green, Nether Wick', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '09:20:00', 30, null],
      ['Mobile library at The Green, Nether Wick', 'FREQ=MONTHLY;BYDAY=2FR', '14:00:00', 30, null],
      ['Mobile library at Village Hall, Upper Wick', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '10:10:00', 30, '2026-12-31'],
    ]);
  });

  test('shows the right next dates, without those on which it does not come', async () => {
    const dates = new Map((await nextDates(target)).map((row) => [row.slug, row.dates]));
    expect(dates.get('mobile-library-at-the-green-nether-wick')?.slice(0, 4)).toEqual([
      '2026-11-24 09:20',
      '2026-12-11 14:00',
      '2026-12-22 09:20',
      '2027-01-05 09:20',
    ]);
    expect(dates.get('mobile-library-at-marl')?.[0]).toBe('2027-02-12 15:00');
    expect(dates.get('mobile-library-at-village-hall-upper-wick')).toEqual(['2026-11-24 10:10', '2026-12-08 10:10', '2026-12-22 10:10']);
  });

  test('stands in no area, at its own place, and is found', async () => {
    const [stop] = await target.db.query<{ area_id: string | null; venue: string; postcode: string; cost_type: string }>(
      'test-stop-place',
      `select a.area_id, v.name as venue, v.postcode, a.cost_type from assets a join venues v on v.id = a.venue_id
       where a.slug = 'mobile-library-at-the-green-nether-wick'`,
    );
    expect(stop).toEqual({ area_id: null, venue: 'The Green, Nether Wick', postcode: 'QX9 8AA', cost_type: 'free' });
    const rows = await target.db.query<{ days: string[] }>(
      'test-stop-document',
      `select array(select jsonb_array_elements_text(document -> 'days')) as days from asset_search where document ->> 'slug' = 'mobile-library-at-the-green-nether-wick'`,
    );
    expect(rows[0]?.days.sort()).toEqual(['friday', 'friday:afternoon', 'tuesday', 'tuesday:morning']);
  });

  test('tells each row that it refuses with its line and a plain reason', async () => {
    const report = join(folder, 'refused.txt');
    await target.run({ preset, from: folder, dry: true, reportPath: report });
    const told = readFileSync(report, 'utf8');
    for (const line of [
      /hillshire\.csv,7,.*is where its driver rests/,
      /hillshire\.csv,8,.*said to be on a Tuesday/,
      /hillshire\.csv,9,.*13:30 to 13:00 is no length of time/,
      /hillshire\.csv,10,.*no rule that we can read/,
      /hillshire\.csv,11,.*“2026-02-31” is no date/,
      /hillshire\.csv,12,.*exception “Christmas” is no date/,
      /hillshire\.csv,13,.*stands on line 2 already/,
      /hillshire\.csv,14,.*not a stop for everyone/,
    ])
      expect(told).toMatch(line);
  });

  test('brought in again changes nothing', async () => {
    const before = await target.everything();
    const { files } = await target.run({ preset, from: folder });
    expect(files.map(({ counts }) => [counts.added, counts.changed, counts.unchanged])).toEqual([
      [0, 0, 5],
      [0, 0, 2],
    ]);
    expect(await target.everything()).toBe(before);
  });

  test('follows a changed timetable: another time, a new exception, a visit that is no more', async () => {
    const path = join(folder, 'hillshire.csv');
    const changed = readFileSync(path, 'utf8')
      .replace('10:10,10:40', '10:15,10:40')
      .replace('2026-12-11, 2027-01-08', '2026-12-11')
      .split('\n')
      .filter((line) => !line.includes('Van 2,Second Friday,Nether Wick'));
    writeFileSync(path, changed.join('\n'));
    const { files } = await target.run({ preset, from: folder });
    expect(files[0]?.counts).toMatchObject({ added: 0, changed: 2 });
    const dates = new Map((await nextDates(target)).map((row) => [row.slug, row.dates]));
    expect(dates.get('mobile-library-at-village-hall-upper-wick')).toEqual(['2026-11-24 10:15', '2026-12-08 10:15', '2026-12-22 10:15']);
    expect(dates.get('mobile-library-at-marl')?.[0]).toBe('2027-01-08 15:00');
    expect(dates.get('mobile-library-at-the-green-nether-wick')?.some((date) => date.endsWith('14:00'))).toBe(false);
  });

  test('leaves alone the times that people here have edited', async () => {
    await target.db.query(
      'test-edit-stop',
      `with edited as (update sessions s set start_time = '11:11' from assets a where a.id = s.asset_id and a.slug = 'mobile-library-at-mill-combe' returning a.id)
       insert into revisions (subject_type, subject_id, made_by, snapshot) select 'asset', id, 'coordinator', '{}' from edited`,
    );
    await target.run({ preset, from: folder });
    expect((await stopsOf(target)).find(({ slug }) => slug === 'mobile-library-at-mill-combe')?.start_time).toBe('11:11:00');
  });

  test('asks for a folder that has timetables', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'open-door-no-stops-'));
    await expect(target.run({ preset, from: empty })).rejects.toThrow(/no file in .* that ends in \.csv/);
    rmSync(empty, { recursive: true });
  });
});

describe.skipIf(!existsSync(real))('the real timetable of 5,482 stops', () => {
  test('has the next dates that ical.js works out from its rows', { timeout: 240_000 }, async () => {
    const target = await openImportTarget('empty');
    const { files } = await target.run({ preset, from: real });
    const rows = files.reduce((sum, { counts }) => sum + counts.read, 0);
    expect(rows).toBe(5_482);
    expect(files.reduce((sum, { counts }) => sum + counts.refused, 0)).toBeLessThan(rows / 100);

    const expected = new Map<string, string[]>();
    for (const stop of await stopsOf(target)) {
      const known = expected.get(stop.slug) ?? [];
      expected.set(stop.slug, [...known, ...icalDates(stop).map((date) => `${date} ${stop.start_time.slice(0, 5)}`)].sort());
    }
    expect(expected.size).toBeGreaterThan(5_000);
    const shown = new Map((await nextDates(target)).map(({ slug, dates }) => [slug, dates]));
    const wrong = [...expected].filter(([slug, dates]) => dates.join() !== (shown.get(slug) ?? []).join());
    expect(wrong).toEqual([]);
    await target.close();
  });
});

/** The dates from today to the end of those that are kept ready. */
function icalDates({ rule, starts_on, ends_on, except }: Stop): string[] {
  const [from, to] = ['2026-11-23', '2027-03-23'];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(starts_on));
  const dates: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10);
    if (date > to || (ends_on !== null && date > ends_on)) break;
    if (date >= from && !except.includes(date)) dates.push(date);
  }
  return dates;
}

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportSummary } from '../../api/imports/run-import.ts';
import { findPlace } from '../../api/places/find-place.ts';
import { inProject } from '../../api/project-root.ts';
import { realData } from '../support/real-data.ts';
import { testClock } from '../support/test-clock.ts';
import { type ImportTarget, openImportTarget } from './import-into.ts';

const real = realData('trafford');

describe('the preset for a borough, on made-up rows in the same columns', () => {
  let target: ImportTarget;
  let first: ImportSummary & { lines: string[] };
  const run = (options = {}) => target.run({ preset: 'trafford', from: inProject('tests', 'imports', 'fixtures', 'trafford'), ...options });
  const named = async (name: string) => {
    const [row] = await target.db.query<{
      kind: string;
      summary: string;
      cost_type: string;
      area: string | null;
      topics: string[];
      access: string[];
      pin: boolean;
      usually: string | null;
    }>(
      'test-named',
      `select a.kind, a.summary, a.cost_type, r.slug as area, a.access, coalesce(a.lat, v.lat) is not null as pin,
         array(select topic from asset_topics t where t.asset_id = a.id order by topic) as topics, (select usually from sessions s where s.asset_id = a.id) as usually
       from assets a left join areas r on r.id = a.area_id left join venues v on v.id = a.venue_id where a.name = $1::text`,
      [name],
    );
    return row;
  };

  beforeAll(async () => {
    target = await openImportTarget('sample');
    first = await run();
  });
  afterAll(() => target.close());

  test('the sample makes room for the real place, and it is said', async () => {
    expect(first.lines.join('\n')).toMatch(/sample district makes room/);
    const [left] = await target.db.query<Record<string, number>>(
      'test-sample-left',
      `select (select count(*)::int from sources where slug = 'sample') as sources, (select count(*)::int from coordinators) as coordinators,
         (select count(*)::int from postcodes where postcode like 'QX3%') as postcodes, (select count(*)::int from areas) as areas`,
      [],
    );
    expect(left).toEqual({ sources: 0, coordinators: 0, postcodes: 0, areas: 2 });
    const [district] = await target.db.query<{ place: string; notice: string | null }>(
      'test-district',
      'select place, notice from district',
      [],
    );
    expect(district).toEqual({ place: 'Trafford', notice: null });
  });

  test('wards are areas with their people', async () => {
    const rows = await target.db.query(
      'test-wards',
      'select a.slug, v.population from areas a join area_versions v on v.area_id = a.id order by 1',
      [],
    );
    expect(rows).toEqual([
      { slug: 'northmoor', population: 10_123 },
      { slug: 'southmere-and-brook', population: 10_123 },
    ]);
  });

  test.each(['Northmoor', 'Southmere Green', 'Clay Lane', 'Lantern Park', 'Heron Way', 'qx9 1aa'])(
    '“%s” is a place one can search from',
    async (text) => {
      expect(await findPlace({ db: target.db, clock: testClock }, text)).not.toBeNull();
    },
  );

  test.each([
    [
      'Northmoor Library',
      { kind: 'institution', area: 'northmoor', cost_type: 'free', topics: ['learn', 'little-ones', 'stories', 'warm'] },
    ],
    ['The Old Mill (Southmere community hub)', { kind: 'place', area: 'southmere-and-brook', usually: 'Mondays and Fridays, 10am-2pm' }],
    ['Northmoor Baths', { cost_type: 'price', access: ['changing-place'] }],
    ['Claremont Centre', { kind: 'place' }],
    ['Heron Pool nature reserve', { topics: ['animals', 'outdoors'] }],
    ['Lantern Park', { cost_type: 'free' }],
    ['Moss Lane allotments', { topics: ['grow', 'outdoors'] }],
    ["St Hild's Church", { kind: 'institution', topics: ['faith'] }],
    ['Brook Methodist Church, Nextborough', { area: null, pin: true }],
    ['Northmoor Bowls', { kind: 'group', pin: true }],
    ['Nowhere Fencing', { pin: false }],
    ['Heron Courts: tennis courts', { cost_type: 'free', access: ['step-free', 'accessible-toilet', 'blue-badge-parking'] }],
    ['Hilltop Library', { area: null, pin: true }],
    [
      'Northmoor Choral Society',
      { kind: 'group', pin: true, topics: ['music'], summary: 'We sing three concerts a year and rehearse on Mondays.' },
    ],
    ['The 3rd Sale Scout Group', { kind: 'group', pin: false }],
    ['Northmoor Stitchers', { topics: ['make'] }],
    ['Yarn Bombers', { pin: false, topics: ['company', 'make'] }],
    ['Brook Pantry', { kind: 'exchange', topics: ['company', 'eat'] }],
  ])('%s is taken in with what is known of it', async (name, expected) => {
    expect(await named(name)).toMatchObject(expected);
  });

  test('play areas without a name are named for what is near, each differently', async () => {
    const rows = await target.db.query<{ name: string }>('test-play', `select name from assets where name ilike 'play%' order by name`, []);
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.name)).size).toBe(3);
    for (const { name } of rows) expect(name).toMatch(/^Play(ground| area) (by|between|near) /);
  });

  test.each([
    'Public toilets',
    'Former Northmoor Youth Centre',
    'Northmoor School: sports hall',
    'Far Away Trust of Friends',
    'Northmoor Foundation',
    'Old Ones',
  ])('%s is not listed', async (name) => {
    expect(await named(name)).toBeUndefined();
  });

  test('what asks for a referral or is for people in need is a signpost, after every asset', async () => {
    const rows = await target.db.query<{ name: string; crisis: boolean }>(
      'test-signposts',
      'select name, crisis from signposts order by name',
      [],
    );
    const names = rows.map((row) => row.name);
    expect(names).toContain('Safe Door');
    expect(names).toContain('Trust Pantry of Hope food bank, Trafford');
    expect(names).not.toContain('Far Food food bank, Farborough');
    expect(rows.filter((row) => row.crisis).length).toBeGreaterThanOrEqual(5);
    expect(await named('Safe Door')).toBeUndefined();
  });

  test('no telephone or e-mail of a charity is shown: it is often a trustee’s own', async () => {
    const rows = await target.db.query<{ name: string; reachable: boolean }>(
      'test-charities',
      `select name, coalesce(contact_phone, contact_email) is not null as reachable from assets where source = 'trafford-charities' order by name`,
      [],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => row.reachable)).toEqual([]);
  });

  test('what a library or community building has on is a thing to ask, not a claim', async () => {
    const rows = await target.db.query<{ name: string; description: string; summary: string }>(
      'test-to-ask',
      `select name, description, summary from assets where source in ('trafford-libraries', 'trafford-buildings', 'trafford-hubs', 'trafford-libraries-gm')`,
      [],
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { description, summary } of rows) {
      expect(description).toContain('Ask what meets here: crafts, knitting');
      expect(summary).not.toMatch(/knit|craft/i);
    }
  });

  test('everything that is public can be found by the search', async () => {
    expect(await target.count('asset_search')).toBe((await target.count('assets')) + (await target.count('signposts')));
  });

  test('a second run changes nothing', async () => {
    const before = await target.everything();
    const { files } = await run();
    expect(files.reduce((sum, { counts }) => sum + counts.added + counts.changed, 0)).toBe(0);
    expect(await target.everything()).toBe(before);
  });

  test('every mapping of the preset has taken in at least one row', () => {
    const idle = first.files.filter(({ counts }) => counts.added + counts.changed + counts.unchanged === 0);
    expect(idle).toEqual([]);
    expect(first.files).toHaveLength(29);
  });
});

describe('the preset beside the sample', () => {
  test('leaves the sample where it is when asked to', async () => {
    const target = await openImportTarget('sample');
    try {
      const before = await target.count('assets');
      await target.run({ preset: 'trafford', from: inProject('tests', 'imports', 'fixtures', 'trafford'), keepSample: true });
      expect(await target.count('assets')).toBeGreaterThan(before);
      expect(await target.count('areas')).toBe(8);
    } finally {
      await target.close();
    }
  });
});

// The real files are no part of the repository; where they are at hand, what they come to is tried too.
describe.runIf(existsSync(real))('the real borough', () => {
  test('comes to more than 2,000 places on the map', async () => {
    const target = await openImportTarget();
    try {
      const { files, reasons } = await target.run({ preset: 'trafford', from: real, reportPath: null });
      const located = files.filter(({ makes }) => makes === 'assets').reduce((sum, { counts }) => sum + counts.located, 0);
      expect(located).toBeGreaterThan(2_000);
      expect(await target.count('areas')).toBe(21);
      expect(reasons.length).toBeGreaterThan(5);
      const [made] = await target.db.query<{ unlike: number; longest: number }>(
        'test-summaries',
        `select count(distinct summary)::int as unlike, max(length(summary)) as longest from assets`,
        [],
      );
      expect(made?.unlike).toBeGreaterThan(500);
      expect(made?.longest).toBeLessThanOrEqual(401);
    } finally {
      await target.close();
    }
  });
});

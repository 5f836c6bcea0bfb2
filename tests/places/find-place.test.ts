import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPlace } from '../../api/places/find-place.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('sample');
});
afterAll(() => database.close());

const find = (text: string, how?: { wholeNames?: boolean }) => findPlace({ db: database.db, clock: testClock }, text, how);

describe('finding a place', () => {
  test.each(['QX3 1AA', 'qx31aa', ' q x3 1AA '])('a postcode is found as “%s”', async (typed) => {
    expect(await find(typed)).toEqual({ label: 'QX3 1AA', type: 'postcode', point: { lat: expect.any(Number), lng: expect.any(Number) } });
  });

  test('part of a postcode is the middle of all that begin so', async () => {
    const [row] = await database.db.query<{ lat: number; lng: number }>(
      'test-middle',
      `select avg(lat) as lat, avg(lng) as lng from postcodes where postcode like 'QX3 1%'`,
    );
    expect(await find('qx3 1')).toEqual({ label: 'QX3 1', type: 'partial-postcode', point: row });
    expect(await find('qx31')).toMatchObject({ label: 'QX3 1' });
  });

  test('a postcode newer than the list is taken as the part of it that is known', async () => {
    expect(await find('QX3 1ZZ')).toMatchObject({ label: 'QX3 1', type: 'partial-postcode' });
  });

  test('a postcode from far away means nothing here', async () => {
    expect(await find('SW1A 1AA')).toBeNull();
  });

  test('latitude and longitude are taken as they are, and refused when they are nowhere', async () => {
    expect(await find('52.25, -3.01')).toEqual({ label: '52.25,-3.01', type: 'point', point: { lat: 52.25, lng: -3.01 } });
    expect(await find('152.25, -3.01')).toBeNull();
  });

  test.each([
    ['aberhaven', 'Aberhaven'],
    ['ABERHAVEN ', 'Aberhaven'],
    ['Aberhavn', 'Aberhaven'],
    ['aberahven', 'Aberhaven'],
    ['aberhav', 'Aberhaven'],
    ['Aberhaven staton', 'Aberhaven Station'],
    ['castel park', 'Castle Park'],
    ['bridge stret', 'Bridge Street'],
    ['stryd y bont', 'Stryd y Bont'],
    ['Riverside Hall', 'Riverside Hall'],
    ['neuadd glan yr afon', 'Neuadd Glan-yr-afon'],
  ])('“%s” is %s', async (typed, name) => {
    expect(await find(typed)).toMatchObject({ label: name, type: 'place' });
  });

  test('of several streets of one name the town that is named chooses', async () => {
    const rows = await database.db.query<{ name: string; folded: string; lat: number }>(
      'test-namesakes',
      `select name, min(folded) as folded, min(lat) as lat from places where type = 'street' group by name having count(*) > 1 and max(lat) - min(lat) > 0.01 order by name limit 1`,
    );
    const street = rows[0];
    if (!street) throw new Error('The sample has no two streets of one name; the test needs some.');
    const ends = await database.db.query<{ lat: number; lng: number }>(
      'test-ends',
      'select lat, lng from places where name = $1::text order by lat',
      [street.name],
    );
    for (const end of [ends[0], ends.at(-1)]) {
      if (!end) throw new Error('unreachable');
      await database.db.query(
        'test-town',
        `insert into places (name, folded, type, lat, lng) values ('Testtown ' || $1::text, 'testtown ' || $1::text, 'town', $2::float8, $3::float8)`,
        [String(Math.round(end.lat * 1e4)), end.lat, end.lng],
      );
      expect(await find(`${street.name}, Testtown ${Math.round(end.lat * 1e4)}`)).toMatchObject({ label: street.name, point: end });
    }
  });

  test('a name that is only begun counts when someone types a place, not when they may mean something else', async () => {
    expect(await find('aberhav')).not.toBeNull();
    expect(await find('riversi', { wholeNames: true })).toBeNull();
    expect(await find('Riverside Hall', { wholeNames: true })).not.toBeNull();
  });

  test.each(['', '   ', 'x', 'knitting', '%', "'; drop table places; --", '\\', '_____', '!, ?', 'knitting, %'])(
    '“%s” means nothing',
    async (typed) => {
      expect(await find(typed)).toBeNull();
    },
  );
});

describe('half a point', () => {
  test.each(['52,NaN', '52.25,', ',-3.01', '52.25,null', '52.25,-', '952.25,-3.01'])('%s is no place', async (text) => {
    expect(await find(text)).toBeNull();
  });
});

describe('a venue as a place', () => {
  const now = testClock.now();
  const makeVenue = async (name: string, nameCy: string | null = null) => {
    const [row] = await database.db.query<{ id: string }>(
      'test-venue',
      `insert into venues (slug, name, name_cy, lat, lng)
       values ('test-' || md5($1::text), $1::text, $2::text, 52.2501, -3.0102) returning id`,
      [name, nameCy],
    );
    return row?.id ?? '';
  };
  const makeAsset = async (asset: { venue?: string; kind?: string; status?: string; privacy?: string; checked?: Date | null }) => {
    const [row] = await database.db.query<{ id: string }>(
      'test-asset',
      `insert into assets (slug, kind, status, name, summary, venue_id, point_privacy, last_checked_at)
       values ('test-' || gen_random_uuid(), $1::text, $2::text, 'A test', 'A test.', $3::uuid, $4::text, $5::timestamptz) returning id`,
      [asset.kind ?? 'group', asset.status ?? 'published', asset.venue ?? null, asset.privacy ?? 'public', asset.checked ?? null],
    );
    return row?.id ?? '';
  };

  test.each([
    ['that nothing uses', 'Zebedee Cottage', null],
    ['of a hidden asset', 'Quagmire Cottage', { status: 'hidden' }],
    ['of a draft', 'Farthing Cottage', { status: 'draft' }],
    ['of an asset whose point is private', 'Jonquil Cottage', { privacy: 'private' }],
    ['of a neighbour’s gift', 'Whimbrel Cottage', { kind: 'people' }],
    ['of an asset that lapsed long ago', 'Yarrow Cottage', { checked: new Date('2015-01-01T00:00:00Z') }],
  ])('%s is none: nobody learns where it is, however they spell it', async (_, name, asset) => {
    const venue = await makeVenue(name);
    if (asset) {
      const id = await makeAsset({ ...asset, venue });
      await database.db.query(
        'test-own-session',
        `insert into sessions (asset_id, venue_id, usually) values ($1::uuid, $2::uuid, 'Mondays')`,
        [id, venue],
      );
    }
    for (const typed of [name, name.toUpperCase(), name.slice(0, 6), name.replace('Cottage', 'Cotage'), `${name}, Aberhaven`])
      expect((await find(typed))?.label).not.toBe(name);
    await makeAsset({ venue, checked: now });
    expect(await find(name)).toMatchObject({ label: name, point: { lat: 52.2501, lng: -3.0102 } });
  });

  test('is one when a public asset meets there at times, or a coordinator’s door is open there', async () => {
    const [session, event, door, shut] = await Promise.all(
      ['Session Barn', 'Event Barn', 'Open Door Barn', 'Left Long Ago Barn'].map((name) => makeVenue(name)),
    );
    const asset = await makeAsset({});
    await database.db.query('test-session', `insert into sessions (asset_id, venue_id, usually) values ($1::uuid, $2::uuid, 'Mondays')`, [
      asset,
      session,
    ]);
    await database.db.query(
      'test-event',
      `insert into events (slug, asset_id, venue_id, name, summary, starts_on, start_time, minutes)
       values ('test-barn-dance', $1::uuid, $2::uuid, 'Barn dance', 'A dance.', '2026-12-01', '19:00', 60)`,
      [asset, event],
    );
    for (const [slug, active, venue] of [
      ['here', true, door],
      ['gone', false, shut],
    ])
      await database.db.query(
        'test-door',
        `with c as (insert into coordinators (slug, name, first_name, active) values ($1::text, 'Test', 'Test', $2::boolean) returning id)
         insert into sessions (coordinator_id, venue_id, usually) select id, $3::uuid, 'Mondays' from c`,
        [slug, active, venue],
      );
    for (const name of ['Session Barn', 'Event Barn', 'Open Door Barn']) expect(await find(name)).toMatchObject({ label: name });
    expect(await find('Left Long Ago Barn')).toBeNull();
  });

  test.each([
    ['Tom & Jerry’s Hall', null, 'tom and jerrys hall'],
    ['Tom & Jerry’s Hall', null, "Tom & Jerry's"],
    ['Tom & Jerry’s Hall', null, 'tom and jerys hall'],
    ['St-Beuno’s Œuvre', null, 'st beunos oeuvre'],
    ['The Owl Barn', 'Tŷ’r Dylluan', 'ty r dylluan'],
    ['The Owl Barn', 'Tŷ’r Dylluan', 'tyr dylluan'],
  ])('%s (%s) is found as “%s”, folded as everything is', async (name, nameCy, typed) => {
    const [standing] = await database.db.query<{ id: string }>('test-standing', 'select id from venues where name = $1::text', [name]);
    const venue = standing?.id ?? (await makeVenue(name, nameCy));
    await makeAsset({ venue });
    expect([name, nameCy]).toContain((await find(typed))?.label);
  });
});

describe('a place with its town', () => {
  test('half a name without letters stands for nothing, not for every place', async () => {
    expect(await find('!, Aberhaven')).toMatchObject({ label: 'Aberhaven' });
    expect(await find('Aberhaven Nowhere, !')).toBeNull();
    expect(await find('%, _')).toBeNull();
  });
});

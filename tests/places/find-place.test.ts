import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPlace } from '../../api/places/find-place.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('sample');
});
afterAll(() => database.close());

const find = (text: string, how?: { wholeNames?: boolean }) => findPlace(database.db, text, how);

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

  test.each(['', '   ', 'x', 'knitting', '%', "'; drop table places; --", '\\', '_____'])('“%s” means nothing', async (typed) => {
    expect(await find(typed)).toBeNull();
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordChange } from '../../api/search/record-change.ts';
import { materialiseOccurrences } from '../../api/sessions/materialise-occurrences.ts';
import { sendForm, tokenOf } from '../support/send-form.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { secrets, slugs, waysOut } from './ways-out.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
  const { db } = test.deps;
  const insert = (columns: Record<string, unknown>) => {
    const row = {
      kind: 'group',
      summary: 'A plain summary.',
      source: null,
      last_checked_at: TEST_NOW,
      last_checked_by: 'group',
      ...columns,
    };
    const names = Object.keys(row);
    return db.query<{ id: string }>(
      // Short and unlike for each set of columns: a name belongs to one text.
      `insert-${createHash('sha1').update(names.join()).digest('hex')}`,
      `insert into assets (${names.join(', ')}, area_id) values (${names.map((_, index) => `$${index + 1}`).join(', ')},
        (select id from areas where slug = 'abbey-and-riverside')) returning id`,
      Object.values(row),
    );
  };
  const [parlour] = await db.query<{ id: string }>(
    'parlour',
    `insert into venues (slug, name, address, postcode, lat, lng, directions)
    values ('front-parlour', 'Front Parlour', '9 Secret Row', 'QX3 9ZZ', 52.2456731, -3.0098137, 'behind the blue gate') returning id`,
  );
  const rows = [
    ...(await insert({ slug: 'secret-hidden', name: 'Xylophonic evenings', status: 'hidden', lat: 52.251, lng: -3.008 })),
    ...(await insert({ slug: 'secret-draft', name: 'Xylophonic drafts', status: 'draft', lat: 52.251, lng: -3.008 })),
    ...(await insert({ slug: 'secret-closed', name: 'Xylophonic closed', status: 'closed', lat: 52.251, lng: -3.008 })),
    ...(await insert({
      slug: 'secret-lapsed',
      name: 'Quincunxial lapsed',
      last_checked_at: new Date('2015-01-01T00:00:00Z'),
      lat: 52.251,
      lng: -3.008,
    })),
    ...(await insert({
      slug: 'open-private-point',
      name: 'Meets in a front room',
      point_privacy: 'private',
      venue_id: parlour?.id,
    })),
    ...(await insert({
      slug: 'open-private-chapel',
      kind: 'institution',
      name: 'Prays in a front room',
      point_privacy: 'private',
      venue_id: parlour?.id,
    })),
    ...(await insert({ slug: 'open-private-pin', name: 'Meets by the hedge', point_privacy: 'private', lat: 52.2456731, lng: -3.0098137 })),
    ...(await insert({
      slug: 'open-gift',
      kind: 'people',
      name: 'Wyn teaches the harp',
      contact_name: 'Wyn',
      contact_phone: '07700 900991',
      contact_email: 'relay-only@example.org',
      venue_id: parlour?.id,
    })),
    ...(await insert({ slug: 'secret-expired-gift', kind: 'people', name: 'Zugzwangish chess lessons' })),
  ];
  const [gift, expired] = rows.slice(-2);
  await db.query('gift', 'insert into gifts (asset_id, relay_contact) values ($1::uuid, $2)', [gift?.id, 'relay-only@example.org']);
  await db.query('expired-gift', "insert into gifts (asset_id, expires_on) values ($1::uuid, '2026-11-22')", [expired?.id]);
  const [meetsAtHome] = rows.filter((_, index) => index === 4);
  await db.query(
    'session-at-home',
    `insert into sessions (asset_id, venue_id, rule, starts_on, start_time, minutes)
    values ($1::uuid, $2::uuid, 'FREQ=WEEKLY;BYDAY=MO', '2026-11-02', '19:00', 60)`,
    [meetsAtHome?.id, parlour?.id],
  );
  await db.query(
    'secret-proposal',
    `insert into proposals (id, fields, area_id, locale, reply_email, looks_like, text_hash, delete_on)
    select gen_random_uuid(), $1::jsonb, id, 'en', 'relay-only@example.org', 'asset', 'hash', '2027-02-20' from areas where slug = 'abbey-and-riverside'`,
    [JSON.stringify({ name: 'Xylophonic proposals', happens: 'Quincunxial', contact: '07700 900991', place: '9 Secret Row' })],
  );
  await db.transaction((tx) => materialiseOccurrences(tx, TEST_NOW, { assetIds: rows.map(({ id }) => id) }));
  await db.transaction((tx) => recordChange(tx, TEST_NOW, { assetIds: rows.map(({ id }) => id) }));
});
afterAll(() => test.close());

describe('what is not public never leaves', () => {
  it.each(waysOut)('by %s', async (url) => {
    const { body, statusCode } = await test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
    expect(statusCode).toBe(slugs.some((slug) => url.includes(slug)) ? 404 : 200);
    const asked = decodeURIComponent(url).toLowerCase();
    for (const secret of secrets.map((each) => each.toLowerCase()).filter((each) => !asked.includes(each)))
      expect(body.toLowerCase()).not.toContain(secret);
    for (const slug of slugs.filter((slug) => !asked.includes(slug))) expect(body).not.toContain(slug);
  });

  it('has no page, and the same answer as for what never was', async () => {
    for (const slug of slugs) {
      const answer = await test.app.inject(`/api/v1/assets/${slug}`);
      const never = await test.app.inject('/api/v1/assets/never-was-here');
      expect(answer.statusCode).toBe(404);
      expect({ ...answer.json(), instance: '' }).toEqual({ ...never.json(), instance: '' });
    }
  });

  it('takes no form, in the same words as for what never was', async () => {
    for (const form of ['still-right', 'suggest', 'closed']) {
      const token = await tokenOf(test.app, `/around/open-gift/${form}`);
      for (const slug of [...slugs, 'never-was-here']) {
        const answer = await sendForm(test.app, `/around/${slug}/${form}`, { fields: { token, text: 'Hello' } });
        expect(answer.statusCode).toBe(404);
      }
    }
    const [kept] = await test.deps.db.query<{ n: number }>('kept', 'select count(*)::int as n from suggestions');
    expect(kept?.n).toBe(0);
  });

  it('is not told by what something that one would add is found to be like', async () => {
    // Sent too fast on this clock that stands still, so that it is shown once more and nothing is kept.
    const likeness = { happens: 'We meet.', step: 'send', may_show: 'yes', place: 'Front Parlour', contact: '07700 900991' };
    for (const name of ['Xylophonic evenings', 'Quincunxial lapsed', 'Harp', 'Hedge', 'Mend & Natter']) {
      const { body } = await sendForm(test.app, '/add', { fields: { ...likeness, name } });
      expect(body.includes('Is it this one?')).toBe(name === 'Mend & Natter');
      for (const slug of [...slugs, 'open-gift', 'open-private-pin', 'open-private-point']) expect(body).not.toContain(`/around/${slug}`);
    }
  });

  it('shows no photo, and no door behind which somebody lives', async () => {
    const doors = ['open-gift', 'open-private-point', 'open-private-pin', 'open-private-chapel'];
    const photos = await test.deps.db.query<{ id: string; slug: string; of_door: boolean }>(
      'secret-photos',
      `insert into asset_photos (asset_id, file, alt, width, height, of_door)
      select id, 'green-hall-door.svg', 'Xylophonic door', 1280, 960, of_door from assets, unnest(array[true, false]) of_door
      where slug = any($1::text[]) returning id, of_door, (select slug from assets where id = asset_id)`,
      [[...slugs, ...doors]],
    );
    expect(photos).toHaveLength(2 * (slugs.length + doors.length));
    for (const { id, slug, of_door } of photos) {
      const answer = await test.app.inject(`/photos/${id}/320.webp`);
      expect(answer.statusCode, `${slug}, door: ${of_door}`).toBe(doors.includes(slug) && !of_door ? 200 : 404);
    }
    for (const slug of doors)
      expect((await test.app.inject(`/api/v1/assets/${slug}`)).json<{ photos: object[] }>().photos, slug).toEqual([
        expect.objectContaining({ of_door: false }),
      ]);
    await test.deps.db.query('no-secret-photos', "delete from asset_photos where alt = 'Xylophonic door'");
  });

  it('shows no photo that waits for a coordinator, or was taken away, and does not tell of it', async () => {
    const hidden = await test.deps.db.query<{ id: string }>(
      'hidden-photos',
      `insert into asset_photos (asset_id, file, alt, width, height, of_door, waits, removed_at)
      select id, 'green-hall-door.svg', 'Xylophonic photo', 1280, 960, of_door, waits, case when waits then null else $1::timestamptz end
      from assets, unnest(array[true, false]) of_door, unnest(array[true, false]) waits where slug = 'mend-and-natter' returning id`,
      [TEST_NOW],
    );
    expect(hidden).toHaveLength(4);
    for (const { id } of hidden)
      for (const width of [320, 640, 1280]) expect((await test.app.inject(`/photos/${id}/${width}.webp`)).statusCode).toBe(404);
    for (const url of ['/api/v1/assets/mend-and-natter', '/around/mend-and-natter', '/cy/around/mend-and-natter']) {
      const { body } = await test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
      expect(body).not.toContain('Xylophonic photo');
      for (const { id } of hidden) expect(body).not.toContain(id);
    }
    for (const { id } of hidden) {
      const { statusCode, headers } = await test.app.inject(`/desk/assets/mend-and-natter/photos/${id}`);
      expect([statusCode, headers.location?.startsWith('/sign-in')]).toEqual([303, true]);
    }
    await test.deps.db.query('no-hidden-photos', "delete from asset_photos where alt = 'Xylophonic photo'");
  });

  it('is no place that one could look from', async () => {
    for (const url of ['/api/v1/areas/locate?near=Front%20Parlour', '/api/v1/assets?near=Front%20Parlour']) {
      const answer = await test.app.inject(url);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).not.toContain('52.2456');
    }
  });

  it('does not come out of a list that was kept before, whose code still works', async () => {
    const { db } = test.deps;
    await db.query(
      'shortlist-of-secrets',
      "insert into shortlists select '4KD7PX', array_agg(id), '2027-01-01T00:00:00Z' from assets where slug like 'secret-%' or slug like 'open-%'",
    );
    const { body, statusCode } = await test.app.inject('/s/4KD7PX');
    expect(statusCode).toBe(200);
    expect(body).toContain('Meets in a front room');
    expect(body).toContain('5 of these are not shown any more.');
    for (const secret of [...secrets, ...slugs]) expect(body.toLowerCase()).not.toContain(secret.toLowerCase());
    expect((await test.app.inject(`/feeds/shortlist.ics?ids=${slugs.join()}`)).body).not.toContain('VEVENT');
    const kept = (await test.app.inject(`/shortlist?ids=${slugs.join()}`)).body.toLowerCase();
    for (const secret of secrets) expect(kept).not.toContain(secret.toLowerCase());
  });

  it('is not counted', async () => {
    const totalOf = async (query: string) => (await test.app.inject(`/api/v1/assets?${query}`)).json<{ total: number }>().total;
    expect(await totalOf('q=xylophonic')).toBe(0);
    expect(await totalOf('q=quincunxial')).toBe(0);
    expect(await totalOf('q=zugzwangish')).toBe(0);
  });

  it('is not counted among what is on, and a private place is not found by where it is', async () => {
    const daysOf = async (query: string) =>
      (await test.app.inject(`/api/v1/whats-on?per_day=100&${query}`)).json<{
        total: number;
        days: { listed: number; items: unknown[] }[];
      }>();
    for (const { listed, items } of (await daysOf('area=abbey-and-riverside')).days) expect(listed).toBe(items.length);
    const [hidden] = await test.deps.db.query<{ id: string }>('hidden', "select id from assets where slug = 'secret-hidden'");
    await test.deps.db.query(
      'session-of-hidden',
      `insert into sessions (asset_id, rule, starts_on, start_time, minutes)
      values ($1::uuid, 'FREQ=DAILY', '2026-11-02', '19:00', 60)`,
      [hidden?.id],
    );
    const before = (await daysOf('')).total;
    await test.deps.db.transaction((tx) => materialiseOccurrences(tx, TEST_NOW, { assetIds: [hidden?.id ?? ''] }));
    expect((await daysOf('')).total).toBe(before);
    expect((await daysOf('near=52.2456731,-3.0098137&within=50')).total).toBe(0);
  });

  it('lets what is public through: a gift by its first name, a private place without its point', async () => {
    const gift = (await test.app.inject('/api/v1/assets/open-gift')).json<{ contact: unknown }>();
    expect(gift.contact).toEqual({ name: 'Wyn', phone: null, email: null, web: null });
    const home = (await test.app.inject('/api/v1/assets/open-private-point')).json<{ point: unknown; nearby: unknown[] }>();
    expect(home.point).toBeNull();
    expect(home.nearby).toEqual([]);
  });
});

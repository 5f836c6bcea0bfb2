import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const dayMs = 86_400_000;
const clock = movingClock();
let test: TestApp;
let sian: TestSession;
let builder: TestSession;
let steward: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample', {}, { clock });
  [sian, builder, steward] = [await signIn(test, 'coordinator'), await signIn(test, 'builder'), await signIn(test, 'steward')];
});
afterAll(() => test.close());

const slug = 'mend-and-natter';
const elsewhere = 'cor-bryn-melyn';
const get = (url: string, by: TestSession) => test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } });
const idOf = async (of: string) =>
  (await test.deps.db.query<{ id: string }>('id-of', 'select id from assets where slug = $1::text', [of]))[0]?.id ?? '';
const age = (of: string, days: number, more = `contact_email = 'group@example.org'`) =>
  test.deps.db.query(
    `age ${more}`.slice(0, 60),
    `update assets set last_checked_at = $2::timestamptz, last_checked_by = 'group', ${more} where slug = $1::text`,
    [of, new Date(clock.now().getTime() - days * dayMs)],
  );
const standing = async (of = slug) =>
  (
    await test.deps.db.query<object>(
      'standing',
      `select last_checked_by as by, last_checked_at = $2::timestamptz as now,
         (select coalesce(sum(count), 0)::int from connections c where c.asset_id = a.id) as connections
       from assets a where slug = $1::text`,
      [of, clock.now()],
    )
  )[0];
const press = async (by: TestSession, fields: Record<string, string>) => {
  const answer = await sendDeskForm(test.app, '/desk/checks', { by, fields });
  return { answer, page: await get(String(answer.headers.location), by) };
};
const undoFrom = (body: string): Record<string, string> => {
  const [form = ''] = /<div class="said" role="status">.*?<\/form>/s.exec(body) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/name="(asset|slug|check|what)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
};

beforeEach(async () => {
  await test.deps.db.query('fresh', `update assets set last_checked_at = $1::timestamptz, last_checked_by = 'group'`, [clock.now()]);
  for (const table of ['checks', 'connections', 'bounced_contacts', 'confirm_requests'])
    await test.deps.db.query(`empty-${table}`, `delete from ${table}`);
});

describe('what wants a check', () => {
  it('is in my areas and where I stand in, what does most harm first, and what has lapsed is kept', async () => {
    await age(slug, 400);
    await age('cor-y-bont', 250);
    await age('weir-dippers', 130);
    await age('magpies-chess-table', 130);
    await age(elsewhere, 130);
    const { body } = await get('/desk/checks', sian);
    const order = ['Côr y Bont', 'Mend and Natter', 'Weir Dippers', 'Chess at the Magpies'].map((name) => body.indexOf(`>${name}`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order.slice(0, 3)).toEqual([...order.slice(0, 3)].sort((one, other) => one - other));
    expect(body).toContain('Off the list: unchecked for too long');
    for (const each of [slug, 'cor-y-bont', 'weir-dippers']) expect(body).toContain(`href="/desk/assets/${await idOf(each)}"`);
    expect(body).not.toContain('Côr Bryn Melyn');
    expect((await get('/desk/checks', steward)).body).toContain('Côr Bryn Melyn');
  });

  it('leads to the page of each thing, but no builder to what the coordinator keeps', async () => {
    const [gift = ''] = (
      await test.deps.db.query<{ slug: string }>(
        'a-gift',
        `select a.slug from assets a join areas r on r.id = a.area_id
         where a.kind = 'people' and a.status = 'published' and r.slug = 'abbey-and-riverside' order by 1 limit 1`,
      )
    ).map(({ slug: of }) => of);
    await age(slug, 130);
    await age(gift, 200, 'contact_email = null');
    const linked = async (by: TestSession) =>
      [...(await get('/desk/checks', by)).body.matchAll(/<a class="target" href="\/desk\/assets\/([^"]+)"/g)].map(([, id]) => id).sort();
    expect(await linked(sian)).toEqual([await idOf(slug), await idOf(gift)].sort());
    expect(await linked(builder)).toEqual([await idOf(slug)]);
  });

  it('says of whom our letters come back, and who has not answered', async () => {
    await age(slug, 20);
    await age('cor-y-bont', 130);
    await test.deps.db.query('bounce', `insert into bounced_contacts values (sha256('group@example.org'), $1::timestamptz, '550')`, [
      clock.now(),
    ]);
    await age('cor-y-bont', 130, `contact_email = 'choir@example.org'`);
    await test.deps.db.query(
      'letter',
      `insert into confirm_requests (asset_id, letter_id, stage, token_hash, contact_hash, made_at, expires_at)
       values ($1::uuid, gen_random_uuid(), 'ageing', 'x', sha256('choir@example.org'), $2::timestamptz, $2::timestamptz)`,
      [await idOf('cor-y-bont'), new Date(clock.now().getTime() - 15 * dayMs)],
    );
    const { body } = await get('/desk/checks', sian);
    expect(body).toContain('Our letters come back');
    expect(body).toContain('Our letter was not answered');
    expect(body).toContain('We wrote once since.');
    expect(body.indexOf('Mend and Natter')).toBeLessThan(body.indexOf('Côr y Bont'));
  });

  it('is nothing when all was checked', async () => {
    expect((await get('/desk/checks', sian)).body).toContain('Put the kettle on');
    expect((await get('/cy/desk/checks', sian)).body).toContain('Rhowch y tegell ymlaen');
  });

  it('is for who is signed in', async () => {
    expect((await test.app.inject('/desk/checks')).statusCode).toBe(303);
  });
});

describe('"I saw it, still right"', () => {
  it('is one tap, a check by the coordinator, and can be taken back', async () => {
    await age(slug, 400);
    const before = await standing();
    const { answer, page } = await press(sian, { act: 'checked', asset: await idOf(slug), slug });
    expect(answer.statusCode).toBe(303);
    expect(page.body).toContain('<b>Mend and Natter: </b>checked today.');
    expect(await standing()).toMatchObject({ by: 'coordinator', now: true });
    expect((await test.app.inject(`/around/${slug}`)).statusCode).toBe(200);
    clock.pass(9 * 60_000);
    const back = await press(sian, { act: 'take-back', ...undoFrom(page.body) });
    expect(back.page.body).toContain('taken back. All is as before.');
    expect(await standing()).toEqual({ ...before, now: false });
    expect((await press(sian, { act: 'take-back', ...undoFrom(page.body) })).page.body).toContain('too late');
  });

  it('by a builder is a check by a builder', async () => {
    await age(slug, 130);
    await press(builder, { act: 'checked', asset: await idOf(slug), slug });
    expect(await standing()).toMatchObject({ by: 'builder' });
  });

  it('outside my areas is refused and noted, as is taking back what others checked there', async () => {
    await age(elsewhere, 130);
    const asset = await idOf(elsewhere);
    for (const act of ['checked', 'told']) {
      expect((await sendDeskForm(test.app, '/desk/checks', { by: sian, fields: { act, asset, slug: elsewhere } })).statusCode).toBe(403);
      expect(await standing(elsewhere)).toMatchObject({ by: 'group', connections: 0 });
    }
    const { page } = await press(steward, { act: 'checked', asset, slug: elsewhere });
    const undo = undoFrom(page.body);
    expect((await sendDeskForm(test.app, '/desk/checks', { by: sian, fields: { act: 'take-back', ...undo } })).statusCode).toBe(403);
    await press(sian, { act: 'take-back', ...undo, asset: await idOf(slug) });
    expect(await standing(elsewhere)).toMatchObject({ by: 'coordinator', now: true });
    const refused = await test.deps.db.query('refused', 'select action from refused_actions order by action');
    expect(refused).toEqual([{ action: 'check.log' }, { action: 'check.log' }, { action: 'connection.log' }]);
  });

  it('of nothing, or doing nothing known, is answered kindly', async () => {
    expect((await sendDeskForm(test.app, '/desk/checks', { by: sian, fields: { act: 'checked', asset: 'nothing' } })).statusCode).toBe(404);
    expect((await sendDeskForm(test.app, '/desk/checks', { by: sian, fields: { act: 'dance', asset: await idOf(slug) } })).statusCode).toBe(
      400,
    );
  });
});

describe('a connection from the desk', () => {
  it.each(['told', 'walked-along', 'introduced'])('"%s" is noted, counts as a check, and can be taken back', async (act) => {
    await age(slug, 130);
    const before = await standing();
    const { page } = await press(sian, { act, asset: await idOf(slug), slug });
    expect(page.body).toContain('<b>Mend and Natter: </b>noted that you');
    expect(await standing()).toEqual({ by: 'coordinator', now: true, connections: 1 });
    await press(sian, { act: 'take-back', ...undoFrom(page.body) });
    expect(await standing()).toEqual(before);
  });
});

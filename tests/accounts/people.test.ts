import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '../../api/accounts/read-session.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let steward: TestSession;
let sian: TestSession;
let builder: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample');
  await query('create table cover_before as select * from area_coordinators');
});
afterAll(() => test.close());
beforeEach(async () => {
  await query('delete from accounts');
  await query('delete from area_coordinators');
  await query('insert into area_coordinators select * from cover_before');
  [steward, sian, builder] = [await signIn(test, 'steward'), await signIn(test, 'coordinator'), await signIn(test, 'builder')];
});

const query = <Row extends object>(text: string, values: unknown[] = []) =>
  test.deps.db.query<Row>(`test ${text.slice(0, 50)}`, text, values);
const see = async (url: string, by: TestSession) => test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } });
const send = (path: string, by: TestSession, fields: Record<string, string | string[]> = {}) =>
  sendDeskForm(test.app, path, { by, fields });
const areaId = async (slug: string) => (await query<{ id: string }>('select id from areas where slug = $1::text', [slug]))[0]?.id ?? '';
const tick = async (slug: string) => `area.${await areaId(slug)}`;
const accountOf = async (email: string) =>
  (
    await query<{ id: string; status: string; trusted: boolean; role: string }>('select * from accounts where email = $1::text', [email])
  )[0];
const letters = () => query<{ to_address: string }>('select to_address from mail_outbox');
const change = async (email: string, what: string, by: TestSession) => send(`/desk/people/${(await accountOf(email))?.id}/${what}`, by);

describe('the people of the desk', () => {
  it('are everyone for a steward, and the builders of their patch for a coordinator', async () => {
    const [all, few, none] = await Promise.all([see('/desk/people', steward), see('/desk/people', sian), see('/desk/people', builder)]);
    for (const name of ['Hana Price', 'Marcus Bell', 'Rhodri Pugh', 'Bea Okafor']) expect(all.body).toContain(name);
    for (const name of ['Rhodri Pugh', 'Bea Okafor']) expect(few.body).toContain(name);
    for (const name of ['Hana Price', 'Marcus Bell']) expect(few.body).not.toContain(name);
    expect(none.body).toContain('Nobody builds in your patch yet');
    const amina = await signIn(test as TestApp, { email: 'amina@example.org' });
    expect((await see('/desk/people', amina)).body).toContain('Nobody builds in your patch yet');
  });

  it('are invited by who looks after the area, and come in by the letter', async () => {
    const fields = { name: 'Cerys Lloyd', email: 'Cerys@example.org', locale: 'cy', [await tick('abbey-and-riverside')]: 'on' };
    expect((await send('/desk/people/invite', sian, fields)).statusCode).toBe(303);
    expect(await accountOf('cerys@example.org')).toMatchObject({ status: 'invited', role: 'builder', trusted: false });
    expect((await see('/desk/people', sian)).body).toContain('invited, has not come yet');
    const again = await send('/desk/people/invite', sian, fields);
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain('Somebody has this address already');
    expect((await change('cerys@example.org', 'invite-again', sian)).statusCode).toBe(303);
    expect(await query('select 1 from sign_in_links')).toHaveLength(1);
    expect(await letters()).toEqual([]);
  });

  it('are asked again with every tick kept where a box is wrong', async () => {
    const fields = {
      name: 'Cerys Lloyd',
      email: 'cerys',
      locale: 'cy',
      [await tick('abbey-and-riverside')]: 'on',
      [await tick('cwm-derw')]: 'on',
    };
    const { statusCode, body } = await send('/desk/people/invite', steward, fields);
    expect(statusCode).toBe(400);
    const ticked = [...body.matchAll(/name="(area\.[^"]+)"[^>]* checked/g)].map(([, name]) => name);
    expect(ticked).toEqual([await tick('abbey-and-riverside'), await tick('cwm-derw')]);
    expect(await accountOf('cerys@example.org')).toBeUndefined();
  });

  it('are told at once of every box that is wrong, in the order of the form', async () => {
    const { body } = await send('/desk/people/invite', steward, { name: '', email: '', locale: 'cy' });
    const told = [...body.matchAll(/<a class="target" href="#(\w+)">/g)].map(([, box]) => box);
    expect(told).toEqual(['name', 'email', 'areas']);
  });

  it('are not invited into an area of somebody else, nor into another role, and the attempt is noted', async () => {
    const fields = { name: 'Cerys Lloyd', email: 'cerys@example.org', locale: 'en' };
    const elsewhere = { ...fields, [await tick('abbey-and-riverside')]: 'on', [await tick('cwm-derw')]: 'on' };
    for (const sent of [elsewhere, { ...fields, role: 'steward' }, { ...fields, role: 'coordinator' }]) {
      const answer = await send('/desk/people/invite', sian, sent);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('That is not in your patch');
    }
    expect((await send('/desk/people/invite', builder, { ...fields, [await tick('abbey-and-riverside')]: 'on' })).statusCode).toBe(403);
    expect(await accountOf('cerys@example.org')).toBeUndefined();
    const seen = (await see('/desk/refused', steward)).body;
    expect(seen.match(/invite somebody/g)).toHaveLength(4);
    expect(seen).toContain('Cwm Derw');
    expect((await see('/desk/refused', sian)).statusCode).toBe(403);
  });

  it('may be coordinators, with a page of their own, and stewards', async () => {
    const fields = { name: 'Idris Môn', email: 'idris@example.org', locale: 'cy', role: 'coordinator', coordinator: '' };
    expect((await send('/desk/people/invite', steward, fields)).statusCode).toBe(303);
    expect(await query(`select slug, first_name from coordinators where email = 'idris@example.org'`)).toEqual([
      { slug: 'idris-mon', first_name: 'Idris' },
    ]);
    await send('/desk/people/invite', steward, { ...fields, email: 'second@example.org', role: 'steward' });
    expect(await accountOf('second@example.org')).toMatchObject({ role: 'steward' });
  });

  it.each([
    ['an address', { email: 'nonsense' }, 'Write the whole e-mail address'],
    ['a name', { name: ' ' }, 'Write their name'],
    ['an area', null, 'Tick at least one area'],
  ])('are asked about again without %s, and nothing typed is lost', async (_what, wrong, said) => {
    const one = { [wrong ? await tick('abbey-and-riverside') : 'area.nowhere']: 'on' };
    const fields = { name: 'Cerys Lloyd', email: 'cerys@example.org', locale: 'cy', ...one, ...wrong };
    const { statusCode, body } = await send('/desk/people/invite', sian, fields);
    expect(statusCode).toBe(400);
    expect(body).toContain(said);
    expect(body).toMatch(/value="(Cerys Lloyd|cerys@example\.org)"/);
  });
});

describe('what is done to an account', () => {
  it('is said before it happens', async () => {
    const account = await accountOf('builder@example.org');
    const page = await see(`/desk/people/${account?.id}/suspend`, sian);
    expect(page.body).toContain('Rhodri Pugh is signed out everywhere at once');
    expect(await accountOf('builder@example.org')).toMatchObject({ status: 'active' });
  });

  it('suspends at once and brings back', async () => {
    await change('builder@example.org', 'suspend', sian);
    expect((await see('/desk', builder)).statusCode).toBe(303);
    await change('builder@example.org', 'restore', sian);
    expect(await accountOf('builder@example.org')).toMatchObject({ status: 'active' });
    expect((await see('/desk', builder)).statusCode).toBe(303);
  });

  it('trusts a builder only by who looks after all their areas', async () => {
    await change('builder@example.org', 'trust', sian);
    expect(await accountOf('builder@example.org')).toMatchObject({ trusted: true });
    await change('builder@example.org', 'untrust', sian);
    expect(await accountOf('builder@example.org')).toMatchObject({ trusted: false });
    const marcus = await signIn(test as TestApp, { email: 'marcus@example.org' });
    expect((await change('trusted@example.org', 'untrust', marcus)).statusCode).toBe(403);
    expect(await accountOf('trusted@example.org')).toMatchObject({ trusted: true });
    expect((await change('trusted@example.org', 'suspend', marcus)).statusCode).toBe(303);
  });

  it('is for nobody who does not look after them: builders are not there for others', async () => {
    for (const by of [await signIn(test as TestApp, { email: 'amina@example.org' }), builder]) {
      expect((await change('trusted@example.org', 'suspend', by)).statusCode).toBe(404);
      expect((await change('steward@example.org', 'suspend', by)).statusCode).toBe(404);
    }
    expect((await change('sian@example.org', 'suspend', builder)).statusCode).toBe(404);
    expect(await accountOf('trusted@example.org')).toMatchObject({ status: 'active' });
  });

  it('never closes one’s own door', async () => {
    expect((await change('steward@example.org', 'suspend', steward)).statusCode).toBe(403);
    expect(await accountOf('steward@example.org')).toMatchObject({ status: 'active' });
  });

  it.each(['nonsense', 'toString', 'trust'])('is nothing where there is nothing to do: %s', async (what) => {
    expect((await see(`/desk/people/${(await accountOf('marcus@example.org'))?.id}/${what}`, steward)).statusCode).toBe(404);
    expect((await see(`/desk/people/not-an-id/${what}`, steward)).statusCode).toBe(404);
  });
});

describe('cover', () => {
  const week = async (area: string, who: string) => ({
    area: await areaId(area),
    who: (await query<{ id: string }>('select id from coordinators where slug = $1::text', [who]))[0]?.id ?? '',
    ...{ from: '2026-11-30', until: '2026-12-04' },
  });

  it('is said before it is arranged, holds for its days, and ends by itself', async () => {
    const cover = await week('abbey-and-riverside', 'amina-yusuf');
    const asked = await see(`/desk/cover?${new URLSearchParams(cover)}`, sian);
    expect(asked.body).toContain('From 30 November 2026 until 4 December 2026, Amina Yusuf stands in at Abbey and Riverside.');
    expect((await send('/desk/cover', sian, { form: 'arrange', ...cover })).statusCode).toBe(303);
    const amina = await signIn(test as TestApp, { email: 'amina@example.org' });
    const areasOn = async (day: string) => {
      const clock = { now: () => new Date(`${day}T12:00:00Z`) };
      const session = await readSession({ db: test.deps.db, clock }, amina.cookie.replace('desk=', ''));
      return session?.viewer.areas.map(({ slug, how }) => `${slug} ${how}`);
    };
    expect(await areasOn('2026-11-29')).toEqual(['long-meadow lead']);
    expect(await areasOn('2026-11-30')).toEqual(['long-meadow lead', 'abbey-and-riverside cover']);
    expect(await areasOn('2026-12-04')).toEqual(['long-meadow lead', 'abbey-and-riverside cover']);
    expect(await areasOn('2026-12-05')).toEqual(['long-meadow lead']);
  });

  it('pressed twice is arranged once, and can be ended', async () => {
    const cover = { form: 'arrange', ...(await week('abbey-and-riverside', 'amina-yusuf')) };
    await send('/desk/cover', sian, cover);
    await send('/desk/cover', sian, cover);
    const rows = await query<{ id: string }>(`select id from area_coordinators where starts_on = '2026-11-30'`);
    expect(rows).toHaveLength(1);
    expect((await see('/desk/cover', sian)).body).toContain('Amina Yusuf stands in from 30 November 2026 until 4 December 2026');
    await send('/desk/cover', sian, { form: 'end', id: rows[0]?.id ?? '' });
    expect(await query(`select 1 from area_coordinators where starts_on = '2026-11-30'`)).toEqual([]);
  });

  it('is not for areas of others', async () => {
    const answer = await send('/desk/cover', sian, { form: 'arrange', ...(await week('cwm-derw', 'amina-yusuf')) });
    expect(answer.statusCode).toBe(403);
    const [lead] = await query<{ id: string }>(`select id from area_coordinators where role = 'lead' limit 1`);
    expect((await send('/desk/cover', steward, { form: 'end', id: lead?.id ?? '' })).statusCode).toBe(404);
  });

  it.each([
    ['who leads already', { who: 'sian-prosser' }, 'They look after this area already'],
    ['days that are over', { from: '2026-11-01', until: '2026-11-05' }, 'The last day has passed already'],
    ['days the wrong way round', { from: '2026-12-05' }, 'The last day stands before the first'],
    ['no days', { from: '2026-13-05', until: '' }, 'Choose the first day'],
  ])('is asked about again: %s', async (_what, wrong, said) => {
    const cover = { ...(await week('abbey-and-riverside', 'who' in wrong ? (wrong.who ?? '') : 'amina-yusuf')), ...wrong };
    if ('who' in wrong) cover.who = (await week('abbey-and-riverside', wrong.who ?? '')).who;
    expect((await see(`/desk/cover?${new URLSearchParams(cover)}`, sian)).body).toContain(said);
    expect((await send('/desk/cover', sian, { form: 'arrange', ...cover })).statusCode).toBe(400);
  });
});

describe('handing over', () => {
  const from = async (leaves: string, takes: string, day: string) => {
    const idOf = async (slug: string) =>
      (await query<{ id: string }>('select id from coordinators where slug = $1::text', [slug]))[0]?.id ?? '';
    return { leaves: await idOf(leaves), takes: await idOf(takes), from: day };
  };
  const leads = (slug: string, day: string) =>
    query(
      `select a.slug from area_coordinators x join areas a on a.id = x.area_id join coordinators c on c.id = x.coordinator_id
       where c.slug = $1::text and x.role = 'lead' and x.starts_on <= $2::date and (x.ends_on is null or x.ends_on >= $2::date) order by 1`,
      [slug, day],
    );

  it.each(['2026-11-23', '2026-12-01'])('gives all areas to another from a day on: %s', async (day) => {
    const handed = await from('amina-yusuf', 'sian-prosser', day);
    const said = (await see(`/desk/hand-over?${new URLSearchParams(handed)}`, steward)).body;
    expect(said).toMatch(/From .* 2026, Siân Prosser looks after Long Meadow[^.]* in the place of Amina Yusuf\./);
    expect((await send('/desk/hand-over', steward, handed)).statusCode).toBe(303);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(await leads('amina-yusuf', before)).toEqual([{ slug: 'long-meadow' }]);
    expect(await leads('sian-prosser', before)).toEqual([{ slug: 'abbey-and-riverside' }]);
    expect(await leads('amina-yusuf', day)).toEqual([]);
    expect(await leads('sian-prosser', day)).toEqual([{ slug: 'abbey-and-riverside' }, { slug: 'long-meadow' }]);
    expect((await see(`/desk/hand-over?${new URLSearchParams(handed)}`, steward)).body).toContain('there is nothing to hand over');
  });

  it('is for stewards', async () => {
    const handed = await from('sian-prosser', 'amina-yusuf', '2026-12-01');
    expect((await send('/desk/hand-over', sian, handed)).statusCode).toBe(403);
    expect(await leads('sian-prosser', '2026-12-01')).toEqual([{ slug: 'abbey-and-riverside' }]);
  });

  it('takes no day that has passed, and nobody twice', async () => {
    const past = await send('/desk/hand-over', steward, await from('sian-prosser', 'amina-yusuf', '2026-11-22'));
    expect(past.body).toContain('That day has passed');
    const same = await send('/desk/hand-over', steward, await from('sian-prosser', 'sian-prosser', '2026-12-01'));
    expect(same.body).toContain('Choose somebody else than who hands over');
    expect((await see('/desk/hand-over', steward)).body.match(/<option[^>]*>Choose somebody</g)).toHaveLength(2);
    const nobody = await see('/desk/hand-over?leaves=&takes=&from=2026-12-01', steward);
    for (const said of ['Choose who hands over', 'Choose who takes it on']) expect(nobody.body).toContain(said);
  });
});

describe('my own account', () => {
  it('shows where I am signed in, and ends one or all the others', async () => {
    const [second, third] = [await signIn(test as TestApp, 'coordinator'), await signIn(test as TestApp, 'coordinator')];
    const { body } = await see('/desk/me', sian);
    expect(body.match(/Firefox on Android<\/strong>/g)).toHaveLength(3);
    expect(body.match(/This one, now/g)).toHaveLength(1);
    const [other] = [...body.matchAll(/name="id" value="([^"]+)"/g)].map((found) => found[1] ?? '');
    await send('/desk/me', sian, { form: 'session', id: other ?? '' });
    expect((await see('/desk/me', sian)).body.match(/Firefox on Android<\/strong>/g)).toHaveLength(2);
    await send('/desk/me', sian, { form: 'others' });
    expect([(await see('/desk', second)).statusCode, (await see('/desk', third)).statusCode]).toEqual([303, 303]);
    expect((await see('/desk', sian)).statusCode).toBe(200);
  });

  it('ends no session of anybody else', async () => {
    const [row] = await query<{ id: string }>('select id from account_sessions where account_id = $1::uuid', [builder.viewer.accountId]);
    await send('/desk/me', sian, { form: 'session', id: row?.id ?? '' });
    expect((await see('/desk', builder)).statusCode).toBe(200);
  });

  it('takes another name and language', async () => {
    const answer = await send('/desk/me', sian, { form: 'name', name: ' Siân P. ', locale: 'cy' });
    expect(answer.headers.location).toBe('/cy/desk/me');
    expect((await see('/cy/desk/me', sian)).body).toContain('value="Siân P."');
    const empty = await send('/desk/me', sian, { form: 'name', name: ' ', locale: 'en' });
    expect([empty.statusCode, empty.body.includes('Write your name')]).toEqual([400, true]);
  });
});

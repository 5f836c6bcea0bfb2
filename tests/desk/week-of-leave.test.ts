import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { suggest } from '../../api/suggestions/suggest.ts';
import { type Editing, openEditing } from '../editing/open-editing.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';

const dayMs = 86_400_000;

let open: Editing;
let amina: TestSession;
beforeAll(async () => {
  open = await openEditing();
  amina = await signIn(open.test, { email: 'amina@example.org' });
});
afterAll(() => open.test.close());

const today = () => open.clock.now().toISOString().slice(0, 10);
const see = (by: TestSession, url: string) => open.visit(by, url);
const shownThere = async () =>
  (await open.test.app.inject('/api/v1/areas/abbey-and-riverside'))
    .json<{ coordinators: { slug: string }[] }>()
    .coordinators.map(({ slug }) => slug);
/** What Amina may do with Mend and Natter, in Siân's patch. */
async function whatAminaSees() {
  return {
    opens: (await see(amina, `/desk/assets/${open.id}`)).statusCode,
    todays: (await see(amina, '/desk')).body.includes('Mend and Natter'),
    waits: (await see(amina, '/desk/review')).body.includes('The door was shut.'),
    neighboursSeeHer: (await shownThere()).includes('amina-yusuf'),
  };
}

it('a week’s leave is handed over: who sees what when, and all is back by itself when it ends', async () => {
  await suggest(
    open.test.deps,
    'mend-and-natter',
    { type: 'closed', text: 'The door was shut.', reply_email: null },
    { form: 'leave', publicUrl: 'https://open-door.example.org' },
  );
  const nothing = { opens: 403, todays: false, waits: false, neighboursSeeHer: false };
  const all = { opens: 200, todays: true, waits: true, neighboursSeeHer: true };

  // Siân says a week ahead who stands in, Monday to Friday.
  const [who] = await open.query<{ id: string }>(`select id from coordinators where slug = 'amina-yusuf'`);
  const area = open.sian.viewer.areas.find(({ slug }) => slug === 'abbey-and-riverside')?.id ?? '';
  const cover = { area, who: who?.id ?? '', from: '2026-11-30', until: '2026-12-04' };
  expect((await see(open.sian, `/desk/cover?${new URLSearchParams(cover)}`)).body).toContain('stands in at Abbey and Riverside');
  await sendDeskForm(open.test.app, '/desk/cover', { by: open.sian, fields: { form: 'arrange', ...cover } });
  expect(await whatAminaSees()).toEqual(nothing);

  open.clock.pass(6 * dayMs);
  expect([today(), await whatAminaSees()]).toEqual(['2026-11-29', nothing]);
  open.clock.pass(dayMs);
  expect([today(), await whatAminaSees()]).toEqual(['2026-11-30', all]);
  expect((await see(open.sian, `/desk/assets/${open.id}`)).statusCode).toBe(200);
  expect(await shownThere()).toContain('sian-prosser');

  // On the Wednesday Amina settles what waits; the boundary is not hers.
  open.clock.pass(2 * dayMs);
  expect((await open.press(amina, 'step', 'pause')).statusCode).toBe(303);
  expect((await see(amina, '/desk/areas/abbey-and-riverside/shape')).statusCode).toBe(403);
  expect((await open.press(amina, 'undo')).statusCode).toBe(303);

  // Friday is hers to the end, Saturday is not.
  open.clock.pass(2 * dayMs);
  expect([today(), (await whatAminaSees()).opens]).toEqual(['2026-12-04', 200]);
  open.clock.pass(dayMs);
  expect([today(), await whatAminaSees()]).toEqual(['2026-12-05', nothing]);
  expect((await open.press(amina, 'step', 'pause')).statusCode).toBe(403);
  expect((await see(open.sian, '/desk/review')).body).toContain('The door was shut.');
  expect(await open.page(open.sian, `/desk/assets/${open.id}/history`)).toContain(amina.viewer.name);
});

it('nobody stands in by accident: the choice begins with nobody', async () => {
  const first = (body: string, name: string) => new RegExp(`<select id="${name}"[^>]*>(.*?)</option>`).exec(body)?.[1];
  const hers = (await see(open.sian, '/desk/cover')).body;
  expect(first(hers, 'who')).toBe('<option value selected>Choose somebody');
  expect(first(hers, 'area')).toContain('Abbey and Riverside');
  expect(first((await see(open.steward, '/desk/cover')).body, 'area')).toBe('<option value selected>Choose an area');
  const asked = (await see(open.sian, '/desk/cover?area=&who=&from=&until=')).body;
  for (const said of ['Choose an area', 'Choose a person']) expect(asked).toContain(said);
});

it('ending a cover says what changes first, and does nothing until then', async () => {
  const [who] = await open.query<{ id: string }>(`select id from coordinators where slug = 'amina-yusuf'`);
  const area = open.sian.viewer.areas.find(({ slug }) => slug === 'abbey-and-riverside')?.id ?? '';
  const until = new Date(open.clock.now().getTime() + 7 * dayMs).toISOString().slice(0, 10);
  await sendDeskForm(open.test.app, '/desk/cover', {
    by: open.sian,
    fields: { form: 'arrange', area, who: who?.id ?? '', from: today(), until },
  });
  const [made] = await open.query<{ id: string }>(
    `select id from area_coordinators where role = 'cover' and starts_on = $1::date and coordinator_id = $2::uuid`,
    [today(), who?.id],
  );
  expect(await open.page(open.sian, '/desk/cover')).toContain(`/desk/cover?end=${made?.id}`);
  const asked = await open.page(open.sian, `/desk/cover?end=${made?.id}`);
  for (const said of [
    'End this cover?',
    'From today Amina Yusuf no longer stands in at Abbey and Riverside.',
    'Siân Prosser looks after it, as before.',
  ])
    expect(asked).toContain(said);
  expect((await whatAminaSees()).opens).toBe(200);
  await sendDeskForm(open.test.app, '/desk/cover', { by: open.sian, fields: { form: 'end', id: made?.id ?? '' } });
  expect((await whatAminaSees()).opens).toBe(403);
});

describe('who stands in', () => {
  const letters = () =>
    open.query<{ to_address: string; subject: string; text: string; due: Date; delete_on: string }>(
      `select to_address, subject, text, next_try_at as due, delete_on::text from mail_outbox order by next_try_at, subject`,
    );
  const day = (days: number) => new Date(open.clock.now().getTime() + days * dayMs).toISOString().slice(0, 10);
  async function arrange(from: string, until: string): Promise<string> {
    const [who] = await open.query<{ id: string }>(`select id from coordinators where slug = 'amina-yusuf'`);
    const area = open.sian.viewer.areas.find(({ slug }) => slug === 'abbey-and-riverside')?.id ?? '';
    const fields = { form: 'arrange', area, who: who?.id ?? '', from, until };
    // Pressed twice it is one cover, and one letter.
    for (const _time of [1, 2]) await sendDeskForm(open.test.app, '/desk/cover', { by: open.sian, fields });
    const [made] = await open.query<{ id: string }>(
      `select id from area_coordinators where role = 'cover' and coordinator_id = $1::uuid and starts_on = $2::date`,
      [who?.id, from],
    );
    return made?.id ?? '';
  }
  const end = (id: string, by = open.sian) => sendDeskForm(open.test.app, '/desk/cover', { by, fields: { form: 'end', id } });
  beforeEach(async () => {
    await open.query('delete from mail_outbox');
    await open.query(`delete from area_coordinators where role = 'cover'`);
    await open.query(`update accounts set locale = 'en' where email = 'amina@example.org'`);
  });

  it('is told by letter when it is given, and again on the morning of the first day', async () => {
    await arrange('2027-02-01', '2027-02-05');
    const [given, begins, ...more] = await letters();
    expect(more).toEqual([]);
    expect(given).toMatchObject({
      to_address: 'amina@example.org',
      subject: 'You stand in at Abbey and Riverside from 1 February 2027',
      text: expect.stringContaining(
        'Siân Prosser asks you to stand in at Abbey and Riverside, from 1 February 2027 until 5 February 2027.',
      ),
      due: open.clock.now(),
    });
    expect(given?.text).toContain('Dear Amina,');
    expect(given?.text).toMatch(/^http.*\/desk$/m);
    expect(begins).toMatchObject({
      subject: 'From today you stand in at Abbey and Riverside',
      due: new Date('2027-02-01T07:00:00Z'),
      delete_on: '2027-02-06',
    });
  });

  it('of the same day is told once', async () => {
    await arrange(today(), day(3));
    expect(await letters()).toHaveLength(1);
  });

  it('is told when it is ended early, in their own language', async () => {
    const id = await arrange(today(), day(3));
    await open.query('delete from mail_outbox');
    await open.query(`update accounts set locale = 'cy' where email = 'amina@example.org'`);
    await end(id);
    expect(await letters()).toMatchObject([
      { to_address: 'amina@example.org', subject: expect.stringMatching(/^Nid ydych yn cymryd lle yn .* mwyach$/), due: open.clock.now() },
    ]);
    expect((await letters())[0]?.text).toMatch(/^http.*\/cy\/desk$/m);
  });

  it('is told that it is off when it had not begun, and not that it begins', async () => {
    await end(await arrange(day(5), day(9)));
    expect((await letters()).map(({ subject }) => subject).sort()).toEqual([
      'You need not stand in at Abbey and Riverside',
      expect.stringContaining('You stand in at Abbey and Riverside from'),
    ]);
  });

  it('gets no letter about what they end themselves', async () => {
    const id = await arrange(today(), day(3));
    await open.query('delete from mail_outbox');
    const [own] = await open.query<{ coordinator_id: string }>(
      `insert into area_coordinators (area_id, coordinator_id, role, starts_on, ends_on)
       select area_id, $1::uuid, 'cover', starts_on, ends_on from area_coordinators where id = $2::uuid returning coordinator_id`,
      [open.sian.viewer.coordinatorId, id],
    );
    expect(own?.coordinator_id).toBe(open.sian.viewer.coordinatorId);
    const [hers] = await open.query<{ id: string }>(`select id from area_coordinators where role = 'cover' and coordinator_id = $1::uuid`, [
      open.sian.viewer.coordinatorId,
    ]);
    await end(hers?.id ?? '');
    expect(await letters()).toEqual([]);
  });
});

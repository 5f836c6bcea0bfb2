import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editing, openEditing } from '../editing/open-editing.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';

let open: Editing;
beforeAll(async () => {
  open = await openEditing();
});
afterAll(() => open.test.close());

const write = async (by: TestSession, typed: Record<string, string>, url = '/desk/me/page', opened?: string) => {
  const boxes = readForm(opened ?? (await open.page(by, url)), 'page');
  open.clock.pass(1_000);
  return sendDeskForm(open.test.app, url, { by, fields: { ...boxes, token: by.formToken(), do: 'publish', ...typed } });
};
const everyones = async () => (await open.test.app.inject('/coordinators/sian-prosser')).body;
const stands = () =>
  open.query<object>(
    `select c.about, c.phone, array(select s.rule from sessions s where s.coordinator_id = c.id order by s.position) as rules
     from coordinators c where c.slug = 'sian-prosser'`,
  );

describe('a coordinator’s own page', () => {
  it('that nobody touched stays as it is, but for a revision', async () => {
    const before = await open.query(
      'select s.*, (select count(*)::int from session_exceptions x where x.session_id = s.id) as n from sessions s where coordinator_id is not null order by id',
    );
    expect((await write(open.sian, {})).headers.location).toBe('/desk/me/page?done=saved');
    expect(
      await open.query(
        'select s.*, (select count(*)::int from session_exceptions x where x.session_id = s.id) as n from sessions s where coordinator_id is not null order by id',
      ),
    ).toEqual(before);
  });

  it('is published at once: a word about them, the phone, and a door with its place and next dates', async () => {
    const page = await open.page(open.sian, '/desk/me/page');
    const next = Number(/name="sessions" value="(\d+)"/.exec(page)?.[1]);
    const typed = {
      about: 'I keep bees.',
      phone: '01632 960321',
      [`s${next}.words`]: 'every day 9am to 10am',
      [`s${next}.place`]: 'Riverside Hall',
    };
    const looked = await write(open.sian, { ...typed, do: 'show' });
    expect(looked.statusCode).toBe(200);
    expect(looked.body).toMatch(/Next: [^<]*9am to 10am/);
    expect(await everyones()).not.toContain('I keep bees.');
    expect((await write(open.sian, typed)).statusCode).toBe(303);
    const seen = await everyones();
    for (const said of ['I keep bees.', '01632 960321', 'Riverside Hall', '9am to 10am']) expect(seen).toContain(said);
  });

  it('has a history, and what was changed is put back', async () => {
    const [before] = await stands();
    await write(open.sian, { about: 'A slip.', 's0.words': '' });
    expect(await everyones()).toContain('A slip.');
    const page = await open.page(open.sian, '/desk/me/page');
    for (const said of ['A slip.', open.sian.viewer.name, 'Undo the last change']) expect(page).toContain(said);
    const back = readForm(page, 'back');
    expect(
      (await sendDeskForm(open.test.app, '/desk/me/page', { by: open.sian, fields: { ...back, token: open.sian.formToken() } })).statusCode,
    ).toBe(303);
    expect(await stands()).toEqual([before]);
  });

  it('says at the box what is not understood, and publishes nothing', async () => {
    const before = await stands();
    const sent = await write(open.sian, { about: 'Not yet', 's0.words': 'blue moons', 's0.place': 'The Moon' });
    expect(sent.statusCode).toBe(400);
    expect(sent.body).toContain('Which place is it?');
    expect(sent.body).toContain('Not yet');
    expect(await stands()).toEqual(before);
  });

  it('loses nothing when a steward wrote meanwhile', async () => {
    const url = '/desk/me/page?who=sian-prosser';
    const opened = await open.page(open.sian, '/desk/me/page');
    expect((await write(open.steward, { about: 'The steward’s words' }, url)).headers.location).toBe(
      '/desk/me/page?who=sian-prosser&done=saved',
    );
    const sent = await write(open.sian, { about: 'My words' }, '/desk/me/page', opened);
    expect(sent.statusCode).toBe(400);
    expect(sent.body).toContain('My words');
    expect(await everyones()).toContain('The steward’s words');
  });

  it('is that coordinator’s and the stewards’ alone; others’ attempts are noted', async () => {
    const builder = await signIn(open.test, 'builder');
    expect((await open.visit(builder, '/desk/me/page')).statusCode).toBe(404);
    expect((await open.visit(builder, '/desk/me/page?who=sian-prosser')).statusCode).toBe(403);
    expect((await open.visit(open.sian, '/desk/me/page?who=amina-yusuf')).statusCode).toBe(403);
    const sent = await sendDeskForm(open.test.app, '/desk/me/page?who=amina-yusuf', {
      by: open.sian,
      fields: { form: 'page', about: 'x', do: 'publish' },
    });
    expect(sent.statusCode).toBe(403);
    expect((await open.query(`select 1 from refused_actions where action = 'coordinator.edit'`)).length).toBe(3);
    expect(await open.page(open.steward, '/desk/me/page')).toContain('Amina Yusuf');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { type Editing, everything, openEditing } from './open-editing.ts';

let open: Editing;
let builder: TestSession;
let trusted: TestSession;
beforeAll(async () => {
  open = await openEditing();
  builder = await signIn(open.test, 'builder');
  trusted = await signIn(open.test, 'trusted-builder');
});
afterAll(() => open.test.close());
beforeEach(() => open.query('delete from proposed_edits'));

const begin = (by: TestSession, fields: Record<string, string>) =>
  sendDeskForm(open.test.app, '/desk/assets/new', { by, fields: { kind: 'group', place: 'Riverside Hall', do: 'begin', ...fields } });
const begun = async (by: TestSession, name: string) =>
  /\/desk\/assets\/([0-9a-f-]{36})/.exec(String((await begin(by, { name, do: 'another' })).headers.location))?.[1] ?? '';
const write = async (by: TestSession, id: string, typed: Record<string, string>, url = `/desk/assets/${id}`) => {
  const boxes = readForm(await open.page(by, url), 'edit');
  const fields = { ...boxes, token: by.formToken(), seen: everything, ...typed, do: 'publish' };
  return sendDeskForm(open.test.app, `/desk/assets/${id}`, { by, fields });
};
const everyonesPage = async (id: string) => (await open.test.app.inject(`/around/${(await open.state(id)).slug}`)).statusCode;

describe('something new from a desk account', () => {
  it('begins as a draft where it is, that nobody else sees, and goes on to its own page', async () => {
    const sent = await begin(open.sian, { name: 'Kite Makers' });
    expect(sent.statusCode).toBe(303);
    const id = /assets\/([0-9a-f-]{36})\?done=begun/.exec(String(sent.headers.location))?.[1] ?? '';
    const [area] = open.sian.viewer.areas.filter(({ how }) => how === 'lead');
    expect((await open.state(id)).state).toMatchObject({
      name: 'Kite Makers',
      status: 'draft',
      area_id: area?.id,
      venue_id: expect.any(String),
    });
    expect(await everyonesPage(id)).toBe(404);
    expect(await open.page(open.sian, String(sent.headers.location))).toContain('It is begun. Nobody sees it yet');
    expect(await open.page(open.sian, '/desk/assets?state=draft')).toContain('Kite Makers');
    expect((await open.query('select made_by from revisions where subject_id = $1::uuid', [id]))[0]).toEqual({
      made_by: `account:${open.sian.viewer.accountId}`,
    });
  });

  it('asks first whether it is one that is here: shown, or known to the desk alone', async () => {
    const alike = await begin(open.sian, { name: 'Mend & Natter' });
    expect(alike.statusCode).toBe(200);
    expect(alike.body).toContain('This may be here already');
    expect(alike.body).toContain(`href="/desk/assets/${open.id}"`);
    await begun(open.sian, 'Secret Otters');
    expect((await begin(open.sian, { name: 'Secret Otters' })).body).toContain('not shown yet');
    expect((await begin(open.sian, { name: 'Mend & Natter', do: 'another' })).statusCode).toBe(303);
  });

  it('asks which place is meant, and takes none for an answer', async () => {
    const which = await begin(open.sian, { name: 'Otter Watch', place: 'hall' });
    expect(which.statusCode).toBe(400);
    expect(which.body).toContain('Which of these is it?');
    expect(which.body).toContain('name="looked" value="hall"');
    const area = open.sian.viewer.areas.find(({ how }) => how === 'cover')?.id ?? '';
    const nowhere = await begin(open.sian, { name: 'Otter Watch', place: 'hall', looked: 'hall', where: 'none', area });
    const id = /assets\/([0-9a-f-]{36})/.exec(String(nowhere.headers.location))?.[1] ?? '';
    expect((await open.state(id)).state).toMatchObject({ venue_id: null, lat: null, lng: null, area_id: area });
  });

  it('says at the box what is missing, or lies elsewhere', async () => {
    const nothing = await begin(open.sian, { name: ' ', kind: 'zebra', place: 'Nowhere at all' });
    for (const said of ['Please say what it is called.', 'Please choose what kind of thing it is.', 'We do not know that place.'])
      expect(nothing.body).toContain(said);
    const [far] = await open.query<{ name: string }>(
      `select v.name from venues v join assets a on a.venue_id = v.id join areas r on r.id = a.area_id where r.slug = 'cwm-derw' order by v.name limit 1`,
    );
    const elsewhere = await begin(builder, { name: 'Far Away Club', place: far?.name ?? '' });
    expect(elsewhere.statusCode).toBe(400);
    expect(elsewhere.body).toContain('That is outside your patch.');
    expect((await begin(builder, { name: 'Piano lessons', kind: 'people', do: 'another' })).body).toContain('your coordinator adds it');
    expect((await open.query('select 1 from refused_actions')).length).toBe(0);
  });

  it('cannot be shown while nothing is said of it', async () => {
    const id = await begun(open.sian, 'Empty Words');
    expect(await open.page(open.sian, `/desk/assets/${id}`)).not.toContain('Show it to everyone');
    expect((await open.press(open.sian, 'step', 'show', id)).statusCode).toBe(400);
    expect((await write(open.sian, id, {})).body).toContain('Please say in a sentence what it is.');
    expect(await everyonesPage(id)).toBe(404);
  });

  it('of a coordinator’s is published with the first press, and counts as checked', async () => {
    const id = await begun(open.sian, 'Kite Flyers');
    expect((await write(open.sian, id, { summary: 'Kites on the hill.' })).headers.location).toContain('done=published');
    expect(await everyonesPage(id)).toBe(200);
    const [row] = await open.query<object>('select last_checked_by from assets where id = $1::uuid', [id]);
    expect(row).toEqual({ last_checked_by: 'coordinator' });
    await open.press(open.sian, 'undo', '', id);
    expect(await everyonesPage(id)).toBe(404);
  });

  it('of a builder’s waits in the queue, and is published by the coordinator', async () => {
    const id = await begun(builder, 'Whittlers');
    expect((await write(builder, id, { summary: 'Spoons out of sticks.' })).headers.location).toContain('done=proposed');
    expect(await everyonesPage(id)).toBe(404);
    const waiting = await open.page(open.sian, '/desk/review');
    expect(waiting).toContain('would add this');
    const edit = /name="type" value="edit"\/><input type="hidden" name="id" value="([0-9a-f-]+)"/.exec(waiting)?.[1] ?? '';
    await sendDeskForm(open.test.app, '/desk/review', { by: open.sian, fields: { type: 'edit', id: edit, do: 'accept' } });
    expect(await everyonesPage(id)).toBe(200);
    expect(await open.page(open.sian, '/desk/review/published')).not.toContain('Whittlers');
  });
});

describe('what a trusted builder publishes at once', () => {
  const look = (by: TestSession, fields: Record<string, string>) => sendDeskForm(open.test.app, '/desk/review/published', { by, fields });
  const boxes = async (id: string) => readForm(await open.page(open.sian, '/desk/review/published'), `published-${id}`);

  it('stands in one view until its coordinator has looked', async () => {
    const id = await begun(trusted, 'Chess in the Park');
    expect(await open.page(open.sian, '/desk/review/published')).not.toContain('Chess in the Park');
    await write(trusted, id, { summary: 'Giant pieces, small talk.' });
    expect(await everyonesPage(id)).toBe(200);
    const page = await open.page(open.sian, '/desk/review/published');
    for (const said of ['Chess in the Park', 'Giant pieces, small talk.', 'added this']) expect(page).toContain(said);
    expect((await look(open.sian, { ...(await boxes(id)), do: 'well' })).statusCode).toBe(303);
    expect(await open.page(open.sian, '/desk/review/published')).not.toContain('Chess in the Park');
    await write(trusted, id, { feel: 'Slow and kind' });
    expect(await open.page(open.sian, '/desk/review/published')).toContain('changed this');
  });

  it('is put back to what everyone saw before', async () => {
    const before = await open.state();
    await write(trusted, open.id, { feel: 'Quite wrong' });
    expect((await open.state()).state.feel).toBe('Quite wrong');
    await look(open.sian, { ...(await boxes(open.id)), do: 'back' });
    expect((await open.state()).state).toEqual(before.state);
    expect(await open.page(open.sian, '/desk/review/published')).not.toContain('Quite wrong');
  });

  it('is for those who may answer there, and for nobody else', async () => {
    await write(trusted, open.id, { feel: 'Warm' });
    const fields = { asset: open.id, revision: '999999', do: 'well' };
    expect((await look(builder, fields)).statusCode).toBe(403);
    expect(await open.page(trusted, '/desk/review/published')).not.toContain('Mend and Natter');
    expect(await open.page(open.sian, '/desk/review/published')).toContain('Mend and Natter');
  });
});

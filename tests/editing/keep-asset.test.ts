import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepDrafts } from '../../api/editing/save-draft.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn } from '../support/sign-in.ts';
import { type Editing, everything, openEditing } from './open-editing.ts';

let open: Editing;
beforeAll(async () => {
  open = await openEditing();
});
afterAll(() => open.test.close());
beforeEach(() => open.query('delete from drafts'));

describe('two people editing', () => {
  it('the second is shown both, chooses, and loses nothing', async () => {
    const { test, id, sian, steward, page, state, edit } = open;
    const opened = readForm(await page(sian), 'edit');
    await edit(steward, { feel: 'Loud and warm', greeter: 'Dee' });
    const clash = await edit(sian, { feel: 'Quiet', summary: 'Mine alone.' }, 'publish', opened);
    expect(clash.statusCode).toBe(400);
    for (const said of ['Two of you wrote at the same time', 'Loud and warm', 'Quiet', 'Mine alone.', 'Dee'])
      expect(clash.body).toContain(said);
    const choice = readForm(clash.body, 'edit');
    expect([choice['keep.feel'], choice['keep.summary'], choice['keep.greeter']]).toEqual(['mine', 'mine', 'theirs']);
    const done = await sendDeskForm(test.app, `/desk/assets/${id}`, {
      by: sian,
      fields: { ...choice, token: sian.formToken(), 'keep.feel': 'theirs', seen: everything, do: 'publish' },
    });
    expect(done.statusCode).toBe(303);
    expect((await state()).state).toMatchObject({ feel: 'Loud and warm', summary: 'Mine alone.', greeter: 'Dee' });
  });

  it('what was chosen stays chosen when there is something to look at first', async () => {
    const { test, id, sian, steward, page, edit } = open;
    const opened = readForm(await page(sian), 'edit');
    await edit(steward, { greeter: 'Mo' });
    const clash = await edit(sian, { description: 'After an assessment.', seen: '' }, 'publish', opened);
    const held = await sendDeskForm(test.app, `/desk/assets/${id}`, {
      by: sian,
      fields: { ...readForm(clash.body, 'edit'), token: sian.formToken(), seen: '', do: 'publish' },
    });
    expect(held.body).toContain('Publish all the same');
    expect(readForm(held.body, 'edit')).toMatchObject({ greeter: 'Mo', description: 'After an assessment.' });
  });
});

describe('a draft', () => {
  it('stands last on its writer’s Today and on nobody else’s, until it is published or thrown away', async () => {
    const { id, sian, steward, page, edit, press } = open;
    const listed = async (by = sian) =>
      (await page(by, '/desk')).split('Begun, and not finished')[1]?.includes(`/desk/assets/${id}"`) ?? false;
    expect(await listed()).toBe(false);
    await edit(sian, { feel: 'Half a sentence' }, 'later');
    expect([await listed(), await listed(steward)]).toEqual([true, false]);
    await press(sian, 'forget');
    expect(await listed()).toBe(false);
  });

  it('of something new stands there, too, and not what may no longer be opened', async () => {
    const { test, sian, page, query } = open;
    const begun = await sendDeskForm(test.app, '/desk/assets/new', {
      by: sian,
      fields: { name: 'Kite Stitchers', kind: 'group', place: 'Riverside Hall', do: 'begin' },
    });
    expect(begun.statusCode).toBe(303);
    const tail = async () => (await page(sian, '/desk')).split('Begun, and not finished')[1] ?? '';
    expect(await tail()).toMatch(/Kite Stitchers.*not shown yet/);
    await query(`update assets set area_id = (select id from areas where slug = 'cwm-derw') where name = 'Kite Stitchers'`);
    expect(await tail()).not.toContain('Kite Stitchers');
    await query(`delete from assets where name = 'Kite Stitchers'`);
  });

  it('is kept as it stands, seen by nobody else, and goes when it is published', async () => {
    const { test, sian, steward, query, page, state, edit } = open;
    await edit(sian, { name: '', feel: 'Half a thought' }, 'later');
    expect(readForm(await page(sian), 'edit')).toMatchObject({ name: '', feel: 'Half a thought' });
    expect(await page(sian)).toContain('You began this today');
    expect(await page(steward)).not.toContain('Half a thought');
    expect(await page(steward)).toContain('Writing on this just now: Siân');
    expect((await test.app.inject('/around/mend-and-natter')).body).not.toContain('Half a thought');
    await edit(sian, { name: 'Mend and Natter' });
    expect((await state()).state.feel).toBe('Half a thought');
    expect(await query('select 1 from drafts')).toEqual([]);
  });

  it('of an older version is compared when it is published', async () => {
    const { sian, steward, page, edit } = open;
    await edit(sian, { feel: 'From my draft' }, 'later');
    await edit(steward, { feel: 'Meanwhile' });
    expect(await page(sian)).toContain('Somebody changed it since');
    expect((await edit(sian, {})).body).toContain('Two of you wrote at the same time');
  });

  it('may be thrown away, and is after 30 days', async () => {
    const { test, clock, sian, query, page, edit, press } = open;
    await edit(sian, { feel: 'Away with it' }, 'later');
    await press(sian, 'forget');
    expect(await page(sian)).not.toContain('Away with it');
    await edit(sian, { feel: 'Old' }, 'later');
    const later = { db: test.deps.db, clock: { now: () => new Date(clock.now().getTime() + 31 * 86_400_000) } };
    await sweepDrafts(test.deps);
    expect(await query('select 1 from drafts')).toHaveLength(1);
    await sweepDrafts(later);
    expect(await query('select 1 from drafts')).toEqual([]);
  });

  it('is saved by script, which is answered in JSON', async () => {
    const { test, id, sian, page } = open;
    const boxes = readForm(await page(sian), 'edit');
    const answer = await sendDeskForm(test.app, `/desk/assets/${id}`, {
      by: sian,
      fields: { ...boxes, token: sian.formToken(), feel: 'As typed', do: 'later' },
      headers: { accept: 'application/json' },
    });
    expect(answer.json()).toEqual({ to: `/desk/assets/${id}?done=later` });
  });
});

describe('one press', () => {
  it('pauses, closes and brings back, and each may be undone for half an hour', async () => {
    const { test, clock, sian, steward, page, state, press } = open;
    const shown = async () => (await test.app.inject('/around/mend-and-natter')).statusCode;
    await press(sian, 'step', 'pause');
    expect([(await state()).state.status, await shown()]).toEqual(['hidden', 404]);
    await press(sian, 'undo');
    expect([(await state()).state.status, await shown()]).toEqual(['published', 200]);
    await press(sian, 'step', 'retire');
    expect([(await state()).state.status, await shown()]).toEqual(['closed', 404]);
    expect(await page(sian)).toContain('Undo');
    expect(await page(steward)).not.toContain('Undo');
    clock.pass(31 * 60_000);
    expect(await page(sian)).not.toContain('Undo');
    expect((await press(sian, 'undo')).statusCode).toBe(404);
    await press(sian, 'step', 'show');
    expect(await shown()).toBe(200);
  });
});

describe('history', () => {
  it('says who changed what, and puts back what it was', async () => {
    const { test, id, sian, steward, query, visit, state, edit } = open;
    await edit(sian, { feel: 'Before the flood' });
    await edit(steward, { feel: 'After the flood' });
    const { body } = await visit(sian, `/desk/assets/${id}/history`);
    for (const said of ['Before the flood', 'After the flood', sian.viewer.name, steward.viewer.name, 'What it feels like'])
      expect(body).toContain(said);
    const [, before] = await query<{ id: number }>('select r.id from revisions r where subject_id = $1::uuid order by id desc', [id]);
    const answer = await sendDeskForm(test.app, `/desk/assets/${id}/history`, { by: sian, fields: { revision: String(before?.id) } });
    expect(answer.statusCode).toBe(303);
    expect((await state()).state.feel).toBe('Before the flood');
  });

  it('goes back to what stood before anybody wrote on it here, times and all', async () => {
    const { test, id, sian, page, state } = open;
    const body = await page(sian, `/desk/assets/${id}/history`);
    expect(body).toContain('Brought in from Sample');
    const oldest = [...body.matchAll(/value="(back-\d+)"/g)].at(-1)?.[1] ?? '';
    const first = readForm(body, oldest);
    await sendDeskForm(test.app, `/desk/assets/${id}/history`, { by: sian, fields: { revision: first.revision ?? '' } });
    const { state: now } = await state();
    expect(now.sessions.map(({ rule }) => rule)).not.toContain(null);
    expect(now.sessions).not.toEqual([]);
    expect(now.events).toHaveLength(1);
    expect(now.name).toBe('Mend and Natter');
  });
});

describe('what is private', () => {
  it('is opened by who may read it, and each reading is noted for stewards', async () => {
    const { test, sian, steward, query, visit, page } = open;
    const [gift] = await query<{ id: string }>(`select id from assets where kind = 'people' and area_id = $1::uuid limit 1`, [
      sian.viewer.areas[0]?.id,
    ]);
    const url = `/desk/assets/${gift?.id}`;
    await query('delete from private_reads');
    expect((await visit(sian, url)).statusCode).toBe(200);
    expect(await query('select account_id, subject from private_reads')).toEqual([
      { account_id: sian.viewer.accountId, subject: gift?.id },
    ]);
    expect(await page(steward, `${url}/history`)).toContain('Who looked at what is private');
    expect(await page(sian, `${url}/history`)).not.toContain('Who looked at what is private');
    const builder = await signIn(test, 'trusted-builder');
    const refused = await visit(builder, url);
    expect(refused.statusCode).toBe(403);
    expect(await page(builder, '/desk/assets?q=')).not.toContain(url);
  });
});

describe('notes and watching', () => {
  it('a note is for colleagues, says so, and never leaves', async () => {
    const { test, id, sian, steward, query, page, press } = open;
    await sendDeskForm(test.app, `/desk/assets/${id}`, { by: sian, fields: { form: 'note', note: 'The xylophonic key is at number 9.' } });
    expect(await page(steward)).toContain('The xylophonic key');
    expect(await page(steward)).toContain('never about a person');
    for (const url of ['/around/mend-and-natter', '/api/v1/assets/mend-and-natter', '/feeds/find.atom?q=mend', '/find?q=xylophonic'])
      expect(
        (await test.app.inject({ url, headers: { 'accept-encoding': 'identity' } })).body.replaceAll('q=xylophonic', '').toLowerCase(),
      ).not.toContain('xylophonic key');
    const [note] = await query<{ id: string }>('select id from asset_notes');
    await press(steward, 'note', note?.id);
    expect(await query('select 1 from asset_notes')).toHaveLength(1);
    await press(sian, 'note', note?.id);
    expect(await query('select 1 from asset_notes')).toEqual([]);
  });

  it('what one watches is told on Today once somebody else changed it', async () => {
    const { clock, sian, steward, page, edit, press } = open;
    await press(sian, 'watch', 'watch');
    clock.pass(60_000);
    await edit(sian, { feel: 'My own change' });
    expect(await page(sian, '/desk')).not.toContain('Mend and Natter');
    await edit(steward, { feel: 'Another one’s change' });
    expect(await page(sian, '/desk')).toContain('Mend and Natter');
    await press(sian, 'watch', 'leave');
    expect(await page(sian, '/desk')).not.toContain('Mend and Natter');
  });
});

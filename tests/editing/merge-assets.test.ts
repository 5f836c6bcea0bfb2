import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareChanged } from '../../api/duplicates/compare-changed.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn } from '../support/sign-in.ts';
import { type Editing, openEditing } from './open-editing.ts';

let open: Editing;
let other: string;
beforeAll(async () => {
  open = await openEditing();
  const [made] = await open.query<{ id: string }>(
    `insert into assets (slug, kind, name, summary, area_id, venue_id, feel, last_checked_at, last_checked_by, contact_phone)
     select 'mend-and-natter-again', kind, 'Mend and natter', 'The same again.', area_id, venue_id, 'Like home', last_checked_at, last_checked_by, contact_phone
     from assets where slug = 'mend-and-natter' returning id`,
  );
  other = made?.id ?? '';
  await open.query(`insert into asset_topics select $1::uuid, 'grow'`, [other]);
  await open.query(
    `insert into sessions (asset_id, rule, starts_on, start_time, minutes) values ($1::uuid, 'FREQ=WEEKLY;BYDAY=SA', '2026-01-03', '10:00', 60)`,
    [other],
  );
  await open.test.deps.db.transaction((tx) => recordChange(tx, open.clock.now(), { assetIds: [other] }));
  while (!(await compareChanged(open.test.deps)));
});
afterAll(() => open.test.close());

const merge = async (typed: Record<string, string>) => {
  const { test, id, sian, page } = open;
  const url = `/desk/duplicates/${id}/${other}`;
  const html = await page(sian, url);
  return sendDeskForm(test.app, url, { by: sian, fields: { ...readForm(html, 'merge'), token: sian.formToken(), ...typed } });
};
const locationOf = async (url: string) => {
  const { statusCode, headers } = await open.test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
  return [statusCode, headers.location];
};

describe('two that may be one', () => {
  it('stand among the pairs, with why, for who may merge them', async () => {
    const { test, id, sian, page } = open;
    const body = await page(sian, '/desk/duplicates');
    expect(body).toMatch(new RegExp(`/desk/duplicates/(${id}/${other}|${other}/${id})`));
    expect(body).toContain('the same phone');
    const builder = await signIn(test, 'trusted-builder');
    expect(await page(builder, '/desk/duplicates')).not.toContain(other);
    expect((await open.visit(builder, `/desk/duplicates/${id}/${other}`)).statusCode).toBe(403);
  });

  it('are made one, field by field: old addresses lead on everywhere, and lists follow', async () => {
    const { id, state, test } = open;
    const before = await state();
    const answer = await merge({ kept: 'one', 'take.feel': 'other', 'take.name': 'one', 'take.sessions': 'both', 'take.topics': 'both' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/desk/assets/${id}?done=merged`]);
    const { state: now } = await state();
    expect([now.name, now.feel]).toEqual([before.state.name, 'Like home']);
    expect(now.topics).toContain('grow');
    expect(now.sessions).toHaveLength(before.state.sessions.length + 1);
    expect(now.sessions[0]?.id).toBe(before.state.sessions[0]?.id);
    expect(await locationOf('/around/mend-and-natter-again')).toEqual([301, '/around/mend-and-natter']);
    expect(await locationOf('/cy/around/mend-and-natter-again/suggest?a=b')).toEqual([301, '/cy/around/mend-and-natter/suggest?a=b']);
    expect(await locationOf('/api/v1/assets/mend-and-natter-again/occurrences?from=2026-12-01&to=2026-12-02')).toEqual([
      301,
      '/api/v1/assets/mend-and-natter/occurrences?from=2026-12-01&to=2026-12-02',
    ]);
    expect(await locationOf(`/api/v1/assets/${other}`)).toEqual([301, '/api/v1/assets/mend-and-natter']);
    const list = (
      await test.app.inject({ url: '/shortlist?ids=mend-and-natter-again,mend-and-natter', headers: { 'accept-encoding': 'identity' } })
    ).body;
    expect(list.match(/href="\/around\/mend-and-natter"/g)?.length).toBeGreaterThan(0);
    expect((await test.app.inject('/feeds/shortlist.ics?ids=mend-and-natter-again')).body).toContain('BEGIN:VEVENT');
  });

  it('tell nothing of the one that stays while nobody may see it', async () => {
    const { sian, press } = open;
    await press(sian, 'step', 'pause');
    expect((await locationOf('/around/mend-and-natter-again'))[0]).toBe(404);
    await press(sian, 'undo');
    expect((await locationOf('/around/mend-and-natter-again'))[0]).toBe(301);
  });

  it('are made two again, as they were', async () => {
    const { sian, press, state } = open;
    const answer = await press(sian, 'unmerge', other);
    expect(answer.statusCode).toBe(303);
    expect((await state()).state.feel).not.toBe('Like home');
    expect((await state()).state.topics).not.toContain('grow');
    expect((await state(other)).state).toMatchObject({ status: 'published', feel: 'Like home', sessions: [expect.anything()] });
    expect((await locationOf('/around/mend-and-natter-again'))[0]).toBe(200);
  });

  it('a merge that was written on since keeps what was written when it is undone', async () => {
    const { sian, steward, press, edit, state } = open;
    await merge({ kept: 'one', 'take.feel': 'other' });
    await edit(steward, { feel: 'Written since' });
    await press(sian, 'unmerge', other);
    expect((await state()).state.feel).toBe('Written since');
    expect((await state(other)).state.status).toBe('published');
  });

  it('that changed while somebody looked are shown again', async () => {
    const { test, id, sian, steward, page, edit } = open;
    const url = `/desk/duplicates/${id}/${other}`;
    const html = await page(sian, url);
    const boxes = readForm(html, 'merge');
    await edit(steward, { feel: 'Changed under the hand' });
    const answer = await sendDeskForm(test.app, url, { by: sian, fields: { ...boxes, token: sian.formToken() } });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Somebody else changed one of them just now');
  });

  it('that were found to be two are not asked about again', async () => {
    const { test, id, sian, page } = open;
    await sendDeskForm(test.app, '/desk/duplicates', { by: sian, fields: { pair: `${id} ${other}` } });
    expect(await page(sian, '/desk/duplicates')).not.toContain(other);
    await open.query('delete from not_same');
  });

  const run = '5f0c5c4e-58a1-4a9b-9a3f-1f0f6f1d2c3b';
  it.each([
    ['in the list of pairs', () => ['/desk/duplicates', { pair: `${open.id} ${other}` }, '/desk/duplicates?'] as const],
    ['side by side', () => [`/desk/duplicates/${open.id}/${other}`, { form: 'apart' }, '/desk/duplicates?'] as const],
    [
      'from the report of a list',
      () => [`/desk/duplicates/${open.id}/${other}?run=${run}`, { form: 'apart' }, `/desk/imports/${run}?outcome=looks-like&`] as const,
    ],
  ])('that were found to be two by a slip, %s, are asked about again once it is undone, for ten minutes', async (_where, how) => {
    const { test, id, sian, page, clock } = open;
    const [url, fields, leadsTo] = how();
    const say = async () => String((await sendDeskForm(test.app, url, { by: sian, fields })).headers.location);
    const said = await say();
    expect(said).toContain(`${leadsTo}step=`);
    const step = /step=([\w-]+)/.exec(said)?.[1] ?? '';
    const told = await page(sian, `/desk/duplicates?step=${step}`);
    expect(told).toContain('We will not ask about those two again.');
    expect(told).not.toContain(other);
    const undone = await sendDeskForm(test.app, '/desk/duplicates', {
      by: sian,
      fields: { ...readForm(told, 'undo'), token: sian.formToken(), step, ...(url.includes('run=') ? { run } : {}) },
    });
    expect(undone.headers.location).toContain(leadsTo);
    expect(await page(sian, `/desk/duplicates?step=${step}`)).toMatch(new RegExp(`Undone[^]*(${id}/${other}|${other}/${id})`));
    const late = /step=([\w-]+)/.exec(await say())?.[1] ?? '';
    clock.pass(11 * 60_000);
    await sendDeskForm(test.app, '/desk/duplicates', { by: sian, fields: { step: late } });
    expect(await page(sian, '/desk/duplicates')).not.toContain(other);
    await open.query('delete from not_same');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAssetState } from '../../api/assets/load-asset-state.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm } from '../support/sign-in.ts';
import { type Editing, everything, openEditing } from './open-editing.ts';

let open: Editing;
beforeAll(async () => {
  open = await openEditing();
});
afterAll(() => open.test.close());
beforeEach(() => open.query('delete from drafts'));

describe('the page of an asset', () => {
  it('holds every field, and publishing what nobody touched changes nothing', async () => {
    const { id, sian, state, edit } = open;
    const before = await state();
    const answer = await edit(sian, {});
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/desk/assets/${id}?done=published`]);
    expect(await state()).toEqual(before);
  });

  it('is so for assets of every sort, in both languages', async () => {
    const { test, steward, query, page } = open;
    const assets = await query<{ id: string; name: string }>(
      `select distinct on (kind, r) id, name from (
         select a.*, ntile(3) over (partition by kind order by (select count(*) from sessions s where s.asset_id = a.id), a.id) as r from assets a
       ) sorts order by kind, r, id`,
    );
    expect(assets.length).toBeGreaterThan(15);
    for (const [at, { id: each, name }] of assets.entries()) {
      const before = await loadAssetState(test.deps.db, each);
      for (const prefix of at % 3 === 0 ? ['', '/cy'] : ['']) {
        const boxes = readForm(await page(steward, `${prefix}/desk/assets/${each}`), 'edit');
        const answer = await sendDeskForm(test.app, `${prefix}/desk/assets/${each}`, {
          by: steward,
          fields: { ...boxes, seen: everything, token: steward.formToken(), do: 'publish' },
        });
        expect([answer.statusCode, answer.headers.location], `${prefix} ${name}`).toEqual([
          303,
          `${prefix}/desk/assets/${each}?done=published`,
        ]);
      }
      expect(await loadAssetState(test.deps.db, each), name).toEqual(before);
    }
  });

  it('publishes what was changed, with a revision that says who', async () => {
    const { test, id, sian, query, state, edit } = open;
    await edit(sian, {
      summary: 'Bring a sock with a hole in it.',
      summary_cy: 'Dewch â hosan â thwll ynddi.',
      cost_type: 'price',
      cost_pounds: '1.50',
    });
    const { state: now, version } = await state();
    expect([now.summary, now.summary_cy, now.cost_type, now.cost_pence]).toEqual([
      'Bring a sock with a hole in it.',
      'Dewch â hosan â thwll ynddi.',
      'price',
      150,
    ]);
    const [revision] = await query<{ made_by: string; version: number }>(
      `select made_by, (snapshot ->> 'version')::int as version from revisions where subject_id = $1::uuid order by id desc limit 1`,
      [id],
    );
    expect(revision).toEqual({ made_by: `account:${sian.viewer.accountId}`, version });
    expect((await test.app.inject('/around/mend-and-natter')).body).toContain('Bring a sock with a hole in it.');
  });

  it('says what is wrong beside its box, and keeps what was typed', async () => {
    const { sian, state, edit } = open;
    const before = await state();
    const answer = await edit(sian, { name: '', summary: 'Still here', contact_email: 'nobody', cost_pounds: 'a fiver' });
    expect(answer.statusCode).toBe(400);
    for (const said of ['Please say what it is called.', 'That is no email address', 'like 3 or 2.50', 'Still here', 'value="a fiver"'])
      expect(answer.body).toContain(said);
    expect(await state()).toEqual(before);
  });
});

describe('times in plain words', () => {
  it('are shown with their next dates before anything is saved', async () => {
    const { sian, state, edit } = open;
    const answer = await edit(sian, { 's0.words': 'second Tuesday 2pm to 4pm, not in August' }, 'show');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Next: Tue 8 Dec, 2pm to 4pm · Tue 12 Jan, 2pm to 4pm');
    expect((await state()).state.sessions).not.toContainEqual(expect.objectContaining({ rule: expect.stringContaining('2TU') }));
  });

  it('are published as rules; the session stays the same one in calendars', async () => {
    const { sian, page, state, edit } = open;
    const [before] = (await state()).state.sessions;
    await edit(sian, { 's0.words': 'second Tuesday 2pm to 4pm, not in August' });
    const [after] = (await state()).state.sessions;
    expect(after).toMatchObject({
      id: before?.id,
      rule: 'FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12',
      start_time: '14:00',
      minutes: 120,
    });
    expect(readForm(await page(sian), 'edit')['s0.words']).toContain('second Tuesday');
  });

  it('that are not understood are said, and kept in their words', async () => {
    const { sian, state, edit } = open;
    const answer = await edit(sian, { 's1.words': 'Tuesdays, blue moons' }, 'show');
    expect(answer.body).toContain('We could not read “blue moons”');
    await edit(sian, { 's1.words': 'Tuesdays, blue moons' });
    expect((await state()).state.sessions.at(-1)).toMatchObject({ rule: null, usually: 'Tuesdays, blue moons' });
    await edit(sian, { 's1.words': '' });
    expect((await state()).state.sessions).toHaveLength(1);
  });

  it('are answered to scripts as they are typed', async () => {
    const { test, sian } = open;
    const answer = await test.app.inject({
      url: '/desk/typed-times?words=every%20Tuesday%2010am%20to%20noon',
      headers: { cookie: sian.cookie, accept: 'application/json' },
    });
    expect(answer.json()).toMatchObject({ told: [], dates: expect.stringContaining('Tue 24 Nov, 10am to noon') });
  });

  it('may be single dates', async () => {
    const { sian, state, edit } = open;
    await edit(sian, { 's1.words': '12 December 2pm to 4pm' });
    expect((await state()).state.events).toContainEqual(
      expect.objectContaining({ name: 'Mend and Natter', starts_on: '2026-12-12', start_time: '14:00', minutes: 120 }),
    );
  });
});

describe('the place', () => {
  it('is looked up by name or postcode, and chosen', async () => {
    const { sian, state, edit } = open;
    const answer = await edit(sian, { place: 'Riverside Hall' }, 'look');
    expect(answer.statusCode).toBe(200);
    const value = /value="(venue:[0-9a-f-]+)"/.exec(answer.body)?.[1] ?? '';
    await edit(sian, { place: 'Riverside Hall', looked: 'Riverside Hall', where: value });
    expect((await state()).state.venue_id).toBe(value.slice(6));
  });

  it('may be typed and published at once when it can only be one', async () => {
    const { sian, state, edit } = open;
    await edit(sian, { place: 'QX3 2AB' });
    expect((await state()).state).toMatchObject({ venue_id: null, lat: expect.any(Number), lng: expect.any(Number) });
    expect((await edit(sian, { place: 'Nowhere at all' })).body).toContain('We do not know that place.');
  });
});

describe('before publishing', () => {
  it('what is worth a look is said once, and may be passed', async () => {
    const { test, id, sian, state, edit } = open;
    const typed = { description: 'Referral by your doctor after an assessment.', how_to_join: '', just_turn_up: '', seen: '' };
    const held = await edit(sian, { ...typed, contact_phone: '', contact_email: '', contact_web: '', greeter: '' });
    expect(held.statusCode).toBe(200);
    expect(held.body).toContain('It sounds like a service with a way in (“referral” and “assessment”)');
    expect(held.body).toContain('Nobody could tell from this how to join in.');
    expect(held.body).toContain('Publish all the same');
    const passed = await sendDeskForm(test.app, `/desk/assets/${id}`, {
      by: sian,
      fields: { ...readForm(held.body, 'edit'), token: sian.formToken(), do: 'publish' },
    });
    expect(passed.statusCode).toBe(303);
    expect((await state()).state.description).toBe('Referral by your doctor after an assessment.');
  });

  it('words that label people are pointed out, and said plainer in one press', async () => {
    const { test, id, sian, edit } = open;
    const shown = await edit(sian, { summary: 'For vulnerable people and the elderly.' }, 'show');
    expect(shown.body).toContain('Say “older people”');
    const press = [...shown.body.matchAll(/value="(word:summary:[^"]+)"/g)].map(([, value = '']) => value.replaceAll('&amp;', '&'));
    expect(press[0]).toBe('word:summary:4:vulnerable people:anyone');
    const after = await sendDeskForm(test.app, `/desk/assets/${id}`, {
      by: sian,
      fields: { ...readForm(shown.body, 'edit'), token: sian.formToken(), do: press[0] ?? '' },
    });
    expect(readForm(after.body, 'edit').summary).toBe('For anyone and the elderly.');
  });
});

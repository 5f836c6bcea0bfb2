import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAssetState } from '../../api/assets/load-asset-state.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

let test: TestApp;
let clock: ReturnType<typeof movingClock>;
let sian: TestSession;
let steward: TestSession;
let id: string;
beforeAll(async () => {
  clock = movingClock();
  test = await createTestApp('sample', {}, { clock });
  sian = await signIn(test, 'coordinator');
  steward = await signIn(test, 'steward');
  id = await idOf('mend-and-natter');
});
afterAll(() => test.close());
beforeEach(() => query('delete from drafts'));

const query = <Row extends object>(text: string, values: unknown[] = []) =>
  test.deps.db.query<Row>(`test ${text}`.slice(0, 63), text, values);
const idOf = async (slug: string) => (await query<{ id: string }>('select id from assets where slug = $1::text', [slug]))[0]?.id ?? '';
const visit = (by: TestSession, url: string) => test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } });
const page = async (by: TestSession, url = `/desk/assets/${id}`) => (await visit(by, url)).body;
const state = async () => {
  const standing = await loadAssetState(test.deps.db, id);
  if (!standing) throw new Error('it is gone');
  return standing;
};

/** Opens the page, types into its boxes and presses a button. */
async function edit(by: TestSession, typed: Record<string, string>, pressed = 'publish', opened?: Record<string, string>) {
  const boxes = opened ?? readForm(await page(by), 'edit');
  return sendDeskForm(test.app, `/desk/assets/${id}`, {
    by,
    fields: { ...boxes, token: by.formToken(), seen: everything, ...typed, do: pressed },
  });
}
const everything = 'outside-area other-area no-way-to-join no-place no-times past-end like-a-service';
const press = (by: TestSession, form: string, pressed = '') =>
  sendDeskForm(test.app, `/desk/assets/${id}`, { by, fields: { form, do: pressed } });

describe('the page of an asset', () => {
  it('holds every field, and publishing what nobody touched changes nothing', async () => {
    const before = await state();
    const answer = await edit(sian, {});
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/desk/assets/${id}?done=published`]);
    expect(await state()).toEqual(before);
  });

  it('is so for assets of every sort, in both languages', async () => {
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
  }, 120_000);

  it('publishes what was changed, with a revision that says who', async () => {
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
    const answer = await edit(sian, { 's0.words': 'second Tuesday 2pm to 4pm, not in August' }, 'show');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Next: Tue 8 Dec, 2pm to 4pm · Tue 12 Jan, 2pm to 4pm');
    expect((await state()).state.sessions).not.toContainEqual(expect.objectContaining({ rule: expect.stringContaining('2TU') }));
  });

  it('are published as rules; the session stays the same one in calendars', async () => {
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
    const answer = await edit(sian, { 's1.words': 'Tuesdays, blue moons' }, 'show');
    expect(answer.body).toContain('We could not read “blue moons”');
    await edit(sian, { 's1.words': 'Tuesdays, blue moons' });
    expect((await state()).state.sessions.at(-1)).toMatchObject({ rule: null, usually: 'Tuesdays, blue moons' });
    await edit(sian, { 's1.words': '' });
    expect((await state()).state.sessions).toHaveLength(1);
  });

  it('are answered to scripts as they are typed', async () => {
    const answer = await test.app.inject({
      url: '/desk/typed-times?words=every%20Tuesday%2010am%20to%20noon',
      headers: { cookie: sian.cookie, accept: 'application/json' },
    });
    expect(answer.json()).toMatchObject({ told: [], dates: expect.stringContaining('Tue 24 Nov, 10am to noon') });
  });

  it('may be single dates', async () => {
    await edit(sian, { 's1.words': '12 December 2pm to 4pm' });
    expect((await state()).state.events).toContainEqual(
      expect.objectContaining({ name: 'Mend and Natter', starts_on: '2026-12-12', start_time: '14:00', minutes: 120 }),
    );
  });
});

describe('the place', () => {
  it('is looked up by name or postcode, and chosen', async () => {
    const answer = await edit(sian, { place: 'Riverside Hall' }, 'look');
    expect(answer.statusCode).toBe(200);
    const value = /value="(venue:[0-9a-f-]+)"/.exec(answer.body)?.[1] ?? '';
    await edit(sian, { place: 'Riverside Hall', looked: 'Riverside Hall', where: value });
    expect((await state()).state.venue_id).toBe(value.slice(6));
  });

  it('may be typed and published at once when it can only be one', async () => {
    await edit(sian, { place: 'QX3 2AB' });
    expect((await state()).state).toMatchObject({ venue_id: null, lat: expect.any(Number), lng: expect.any(Number) });
    expect((await edit(sian, { place: 'Nowhere at all' })).body).toContain('We do not know that place.');
  });
});

describe('before publishing', () => {
  it('what is worth a look is said once, and may be passed', async () => {
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

describe('two people editing', () => {
  it('the second is shown both, chooses, and loses nothing', async () => {
    const opened = readForm(await page(sian), 'edit');
    await edit(steward, { feel: 'Loud and warm', greeter: 'Dee' });
    const clash = await edit(sian, { feel: 'Quiet', summary: 'Mine alone.' }, 'publish', opened);
    expect(clash.statusCode).toBe(400);
    for (const said of ['Somebody else published a change', 'Loud and warm', 'Quiet', 'Mine alone.', 'Dee'])
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
  it('is kept as it stands, seen by nobody else, and goes when it is published', async () => {
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
    await edit(sian, { feel: 'From my draft' }, 'later');
    await edit(steward, { feel: 'Meanwhile' });
    expect(await page(sian)).toContain('Somebody changed it since');
    expect((await edit(sian, {})).body).toContain('Somebody else published a change');
  });

  it('may be thrown away, and is after 30 days', async () => {
    await edit(sian, { feel: 'Away with it' }, 'later');
    await press(sian, 'forget');
    expect(await page(sian)).not.toContain('Away with it');
    await edit(sian, { feel: 'Old' }, 'later');
    const { sweepDrafts } = await import('../../api/editing/save-draft.ts');
    const later = { db: test.deps.db, clock: { now: () => new Date(clock.now().getTime() + 31 * 86_400_000) } };
    await sweepDrafts(test.deps);
    expect(await query('select 1 from drafts')).toHaveLength(1);
    await sweepDrafts(later);
    expect(await query('select 1 from drafts')).toEqual([]);
  });

  it('is saved by script, which is answered in JSON', async () => {
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
    const rows = await query<{ id: number }>('select id from revisions where subject_id = $1::uuid order by id asc', [id]);
    const first = readForm((await visit(sian, `/desk/assets/${id}/history`)).body, `back-${rows[1]?.id}`);
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

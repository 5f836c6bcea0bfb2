import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Editing, openEditing } from '../editing/open-editing.ts';
import { sendForm, tokenOf } from '../support/send-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp } from '../support/test-app.ts';

let open: Editing;
let builder: TestSession;
let link: string;
beforeAll(async () => {
  open = await openEditing();
  builder = await signIn(open.test, 'builder');
});
afterAll(() => open.test.close());

const desk = (pressed: string, by = open.sian, id = open.id) =>
  sendDeskForm(open.test.app, `/desk/assets/${id}/link`, { by, fields: { do: pressed } });
const linkIn = (text: string) => /http:\/\/[^/]+(\/our\/[\w-]+)/.exec(text)?.[1] ?? '';
const visit = (path = link) => open.test.app.inject({ url: path, headers: { 'accept-encoding': 'identity' } });
const page = async (path = link) => (await visit(path)).body;

/** As the group's browser has it: every box as it stands, with what is typed over it. */
async function write(typed: Record<string, string>, path = link, opened?: string) {
  const body = opened ?? (await page(path));
  const form = body.split('<form ').find((part) => part.includes('value="write"')) ?? '';
  const boxes: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input (?=[^>]*type="(?:text|hidden)")[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g))
    boxes[name] = plain(value);
  for (const [, name = '', value = ''] of form.matchAll(/<textarea [^>]*?name="([^"]+)"[^>]*>([^<]*)</g))
    boxes[name] = plain(value).replace(/^\n/, '');
  boxes.cost_type = /<option value="([^"]+)" selected/.exec(form.split('name="cost_type"')[1] ?? '')?.[1] ?? '';
  open.clock.pass(5_000);
  return sendForm(open.test.app, path, { fields: { ...boxes, ...typed, more: '' } });
}
const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
async function say(fields: Record<string, string>, path = link) {
  const token = await tokenOf(open.test.app, path);
  open.clock.pass(5_000);
  return sendForm(open.test.app, path, { fields: { token, ...fields } });
}
const everyonesPage = async () =>
  (await open.test.app.inject({ url: '/around/mend-and-natter', headers: { 'accept-encoding': 'identity' } })).body;

beforeEach(async () => {
  link = linkIn((await desk('show')).body);
  await open.query('delete from proposed_edits');
});

describe('a group’s own link', () => {
  it('is made by the coordinator, shown once, and kept as a hash alone', async () => {
    expect(link).toMatch(/^\/our\/[\w-]{32}$/);
    const shown = await desk('show');
    expect(shown.body).toContain('<svg class="qr"');
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(await open.page(open.sian, `/desk/assets/${open.id}/link`)).not.toContain('/our/');
    const rows = await open.query<object>('select * from own_links');
    expect(JSON.stringify(rows)).not.toContain(linkIn(shown.body).slice(5));
  });

  it('goes to the address that the group shows, with a letter that says what it is', async () => {
    await open.query('delete from mail_outbox');
    expect((await desk('send')).headers.location).toContain('done=sent');
    const [letter] = await open.query<{ to_address: string; text: string }>('select to_address, text from mail_outbox');
    expect(letter?.to_address).toBe((await open.state()).state.contact_email);
    expect(letter?.text).toContain('The link is for you alone');
    expect((await visit(linkIn(letter?.text ?? ''))).statusCode).toBe(200);
  });

  it('shows the group its page in the boxes, to be kept by no cache, found by no search engine and named to nobody', async () => {
    const { headers, body, statusCode } = await visit();
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['x-robots-tag']).toContain('noindex');
    const { state } = await open.state();
    for (const said of ['1. What is it called?', '2. What happens there?', state.name, state.contact_phone ?? '-', 'Yes, all right'])
      expect(body).toContain(said);
  });

  it('is for who may give it: no builder, and nobody of another patch', async () => {
    expect((await desk('show', builder)).statusCode).toBe(403);
    const [far] = await open.query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where r.slug = 'cwm-derw' and a.kind = 'group' limit 1`,
    );
    expect((await desk('show', open.sian, far?.id)).statusCode).toBe(403);
    expect((await open.visit(builder, `/desk/assets/${open.id}/link`)).statusCode).toBe(403);
  });

  it('is none to what holds something private, nor to what nobody sees', async () => {
    const [gift] = await open.query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where a.kind = 'people' and r.slug = 'abbey-and-riverside' limit 1`,
    );
    expect((await desk('show', open.sian, gift?.id)).statusCode).toBe(400);
    await open.press(open.sian, 'step', 'pause');
    expect((await desk('show')).statusCode).toBe(400);
    expect(await page()).toContain('This is not on the list any more');
    await open.press(open.sian, 'step', 'show');
    await open.query(`update assets set point_privacy = 'private' where id = $1::uuid`, [open.id]);
    expect(await page()).not.toContain('value="write"');
    await open.query(`update assets set point_privacy = 'public' where id = $1::uuid`, [open.id]);
  });

  it('ends at once when it is stopped or another one is made, and says so kindly', async () => {
    const first = link;
    link = linkIn((await desk('show')).body);
    for (const path of [first, link]) {
      if (path === link) await desk('stop');
      const { statusCode, body } = await visit(path);
      expect(statusCode).toBe(200);
      expect(body).toContain('This link was stopped');
      expect(body).not.toContain('value="write"');
    }
    const before = await open.state();
    await say({ answer: 'closed' }, link);
    expect(await open.state()).toEqual(before);
  });

  it('ends after twelve months, and is renewed by use', async () => {
    const month = 30 * 86_400_000;
    open.clock.pass(11 * month);
    await say({ answer: 'right' });
    open.clock.pass(11 * month);
    expect(await page()).toContain('value="write"');
    open.clock.pass(2 * month);
    expect(await page()).toContain('This link has grown old');
    open.clock.pass(-24 * month);
  });

  it('is in no log, not even when its page fails', async () => {
    const logged: string[] = [];
    const stream = { write: (line: string) => void logged.push(line) };
    const other = await createTestApp('sample', {}, { logger: { level: 'trace', stream } });
    const sian = await signIn(other, 'coordinator');
    const { id } = (await other.deps.db.query<{ id: string }>('mend', `select id from assets where slug = 'mend-and-natter'`, []))[0] ?? {
      id: '',
    };
    const made = await sendDeskForm(other.app, `/desk/assets/${id}/link`, { by: sian, fields: { do: 'show' } });
    const path = linkIn(made.body);
    await other.app.inject({ url: path });
    await sendForm(other.app, path, { fields: { answer: 'right' } });
    await other.deps.db.query('break-own-links', 'alter table own_links rename to broken', []);
    expect((await other.app.inject({ url: path })).statusCode).toBe(500);
    expect(logged.join()).toContain('a page failed');
    expect(logged.join()).not.toContain(path.slice(5));
    await other.close();
  });

  it('that was never one is not found, and guessing is turned away', async () => {
    const answers = [];
    for (let at = 0; at < 35; at += 1)
      answers.push((await open.test.app.inject({ url: `/our/guess-${at}`, remoteAddress: '192.0.2.77' })).statusCode);
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
    open.clock.pass(120_000);
  });
});

describe('what a group writes by its own link', () => {
  it('is public at once where it is safe: times, cost, and a way to be reached that was shown', async () => {
    const before = (await open.state()).state;
    const sent = await write({ 's0.words': 'Wednesdays 2pm to 4pm', cost_note: 'Tea 60p', contact_phone: '01632 960999' });
    expect(sent.headers.location).toBe(`${link}?done=published`);
    const { state } = await open.state();
    expect(state).toMatchObject({ cost_note: 'Tea 60p', contact_phone: '01632 960999', name: before.name });
    expect(state.sessions[0]).toMatchObject({ id: before.sessions[0]?.id, rule: expect.stringContaining('BYDAY=WE') });
    expect(await everyonesPage()).toContain('01632 960999');
    const [row] = await open.query<object>('select last_checked_by from assets where id = $1::uuid', [open.id]);
    expect(row).toEqual({ last_checked_by: 'group' });
    expect(await open.page(open.sian, `/desk/assets/${open.id}/history`)).toContain('The group ·');
    expect(await open.page(open.sian, '/desk/review/published')).toContain('the group changed this');
  });

  it('waits for the coordinator where it could send people elsewhere', async () => {
    const before = await open.state();
    const typed = { name: 'Mend and Marvel', how_to_join: 'Ask at the bar' };
    expect((await write(typed)).headers.location).toBe(`${link}?done=waits`);
    expect((await open.state()).state).toEqual(before.state);
    expect(await page()).toContain('looks at this first: Name and How people join');
    expect(await page()).toContain('value="Mend and Marvel"');
    const waiting = await open.page(open.sian, '/desk/review');
    expect(waiting).toContain('the group would change this');
    const id = /name="type" value="edit"\/><input type="hidden" name="id" value="([0-9a-f-]+)"/.exec(waiting)?.[1] ?? '';
    await sendDeskForm(open.test.app, '/desk/review', { by: open.sian, fields: { type: 'edit', id, do: 'accept' } });
    expect((await open.state()).state).toMatchObject(typed);
    await open.press(open.sian, 'undo');
  });

  it('waits where its place changes, with the area that it would lie in', async () => {
    const before = await open.state();
    expect((await write({ place: 'Nowhere at all' })).body).toContain('We do not know that place.');
    expect((await write({ place: 'QX3 2AB' })).headers.location).toContain('done=waits');
    expect(await open.state()).toEqual(before);
    const [edit] = await open.query<{ state: object }>('select state from proposed_edits');
    expect(edit?.state).toMatchObject({ venue_id: null, lat: expect.any(Number), point_privacy: 'public', area_id: before.state.area_id });
  });

  it('is answered where the coordinator says no', async () => {
    await write({ summary: 'Buy our lottery tickets.' });
    const [edit] = await open.query<{ id: string }>('select id from proposed_edits');
    await sendDeskForm(open.test.app, '/desk/review', {
      by: open.sian,
      fields: { type: 'edit', id: edit?.id ?? '', do: 'decline', words: 'Let us talk on Tuesday.' },
    });
    expect(await page()).toContain('Let us talk on Tuesday.');
    expect(await page()).not.toContain('lottery');
  });

  it('waits, too, when words beside the times bring a number or an address of their own', async () => {
    const before = await open.state();
    await write({ 's0.note': 'Book with Bob on 07700 900123', cost_note: 'Pay at www.example.org' });
    expect((await open.state()).state).toEqual(before.state);
    expect(await open.query('select parts from proposed_edits')).toEqual([{ parts: ['sessions', 'cost'] }]);
  });

  it('reaches nothing that has no box, whatever is sent', async () => {
    const before = (await open.state()).state;
    const other = before.area_id;
    await write({
      ...{
        kind: 'people',
        status: 'closed',
        area_id: 'x',
        'topic.warm': 'yes',
        greeter: 'Me',
        run_by: 'Us',
        private_place: 'yes',
        'gift.relay_contact': 'me',
      },
      ...{ was: JSON.stringify({ status: 'closed', area_id: null }), 's0.was': '{}', cost_note: 'Tea 70p' },
    });
    const after = (await open.state()).state;
    expect(after).toEqual({ ...before, cost_note: 'Tea 70p' });
    expect(after.area_id).toBe(other);
  });

  it('loses nothing when somebody else changed it meanwhile', async () => {
    const opened = await page();
    await open.edit(open.steward, { feel: 'Changed meanwhile' });
    const refused = await write({ cost_note: 'Tea 80p' }, link, opened);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Somebody else changed this page while you were writing.');
    expect(refused.body).toContain('value="Tea 80p"');
    await write({}, link, refused.body);
    expect((await open.state()).state).toMatchObject({ cost_note: 'Tea 80p', feel: 'Changed meanwhile' });
  });

  it('says at the box what is not understood, and changes nothing', async () => {
    const before = await open.state();
    const sent = await write({ name: '', contact_email: 'nonsense', cost_note: 'Tea 90p' });
    expect(sent.statusCode).toBe(400);
    for (const said of ['Please say what it is called.', 'That is no email address', 'value="Tea 90p"']) expect(sent.body).toContain(said);
    expect(await open.state()).toEqual(before);
  });

  it('may be long', async () => {
    const long = `${'Ŵyth gair y dydd. '.repeat(200)}`.slice(0, 3900);
    expect((await write({ description: long })).headers.location).toContain('done=waits');
  });
});

describe('what a group says by its own link', () => {
  it('still right: its page is checked by the group, which can be taken back', async () => {
    await open.query(`update assets set last_checked_at = '2026-01-01', last_checked_by = 'coordinator' where id = $1::uuid`, [open.id]);
    const checked = async () =>
      (await open.query<{ last_checked_by: string }>('select last_checked_by from assets where id = $1::uuid', [open.id]))[0]
        ?.last_checked_by;
    expect((await say({ answer: 'right' })).headers.location).toBe(`${link}?done=right`);
    expect(await checked()).toBe('group');
    expect(await page()).toContain('Take it back');
    await say({ answer: 'take-back' });
    expect(await checked()).toBe('coordinator');
  });

  it('a rest until a day, with a trace in the history', async () => {
    expect((await say({ answer: 'pause', until: '2020-01-01' })).statusCode).toBe(400);
    const before = await open.state();
    await say({ answer: 'pause', until: '2030-01-01' });
    expect((await open.state()).state).toEqual(before.state);
    const until = new Date(open.clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
    await say({ answer: 'pause', until });
    expect((await open.state()).state.sessions[0]?.paused_until).toBe(until);
    const [last] = await open.query<object>('select made_by from revisions where subject_id = $1::uuid order by id desc limit 1', [
      open.id,
    ]);
    expect(last).toEqual({ made_by: 'group: own link' });
    await say({ answer: 'take-back' });
    expect((await open.state()).state).toEqual(before.state);
  });

  it('closed: off the list at once, and the coordinator is told; ten minutes to take it back', async () => {
    await say({ answer: 'closed' });
    expect((await open.state()).state.status).toBe('closed');
    expect(await page()).toContain('Take it back');
    await say({ answer: 'take-back' });
    expect((await open.state()).state.status).toBe('published');
    await say({ answer: 'closed' });
    open.clock.pass(11 * 60_000);
    await say({ answer: 'take-back' });
    expect((await open.state()).state.status).toBe('closed');
    expect(await open.page(open.sian, '/desk/review')).toContain('says it has closed');
    await open.press(open.sian, 'step', 'show');
  });

  it('who made it, when, and who stopped it stands in the history', async () => {
    await desk('stop', open.steward);
    const history = await open.page(open.sian, `/desk/assets/${open.id}/history`);
    expect(history).toContain('The group’s own link');
    expect(history).toContain(`${open.sian.viewer.name} made one on`);
    expect(history).toContain(`${open.steward.viewer.name} stopped it on`);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendDeskForm } from '../support/sign-in.ts';
import { type OwnLinkOpen, openOwnLink } from './open-own-link.ts';

let open: OwnLinkOpen;
let link: string;
beforeAll(async () => {
  open = await openOwnLink();
});
afterAll(() => open.test.close());
beforeEach(async () => {
  link = await open.giveLink();
  await open.query('delete from proposed_edits');
});

describe('what a group writes by its own link', () => {
  it('is public at once where it is safe: times, cost, and a way to be reached that was shown', async () => {
    const before = (await open.state()).state;
    const sent = await open.write(link, { 's0.words': 'Wednesdays 2pm to 4pm', cost_note: 'Tea 60p', contact_phone: '01632 960999' });
    expect(sent.headers.location).toBe(`${link}?done=published`);
    const { state } = await open.state();
    expect(state).toMatchObject({ cost_note: 'Tea 60p', contact_phone: '01632 960999', name: before.name });
    expect(state.sessions[0]).toMatchObject({ id: before.sessions[0]?.id, rule: expect.stringContaining('BYDAY=WE') });
    expect((await open.visitLink('/around/mend-and-natter')).body).toContain('01632 960999');
    const [row] = await open.query<object>('select last_checked_by from assets where id = $1::uuid', [open.id]);
    expect(row).toEqual({ last_checked_by: 'group' });
    expect(await open.page(open.sian, `/desk/assets/${open.id}/history`)).toContain('The group ·');
    expect(await open.page(open.sian, '/desk/review/published')).toContain('The group changed this');
  });

  it('waits for the coordinator where it could send people elsewhere', async () => {
    const before = await open.state();
    const typed = { name: 'Mend and Marvel', how_to_join: 'Ask at the bar' };
    expect((await open.write(link, typed)).headers.location).toBe(`${link}?done=waits`);
    expect((await open.state()).state).toEqual(before.state);
    expect(await open.read(link)).toContain('looks at this first: Name and How people join');
    expect(await open.read(link)).toContain('value="Mend and Marvel"');
    const waiting = await open.page(open.sian, '/desk/review');
    expect(waiting).toContain('The group would change this');
    const id = /name="type" value="edit"\/><input type="hidden" name="id" value="([0-9a-f-]+)"/.exec(waiting)?.[1] ?? '';
    await sendDeskForm(open.test.app, '/desk/review', { by: open.sian, fields: { type: 'edit', id, do: 'accept' } });
    expect((await open.state()).state).toMatchObject(typed);
    await open.press(open.sian, 'undo');
  });

  it('waits where its place changes, with the area that it would lie in', async () => {
    const before = await open.state();
    expect((await open.write(link, { place: 'Nowhere at all' })).body).toContain('We do not know that place.');
    expect((await open.write(link, { place: 'QX3 2AB' })).headers.location).toContain('done=waits');
    expect(await open.state()).toEqual(before);
    const [edit] = await open.query<{ state: object }>('select state from proposed_edits');
    expect(edit?.state).toMatchObject({ venue_id: null, lat: expect.any(Number), point_privacy: 'public', area_id: before.state.area_id });
  });

  it('is answered where the coordinator says no', async () => {
    await open.write(link, { summary: 'Buy our lottery tickets.' });
    const [edit] = await open.query<{ id: string }>('select id from proposed_edits');
    await sendDeskForm(open.test.app, '/desk/review', {
      by: open.sian,
      fields: { type: 'edit', id: edit?.id ?? '', do: 'decline', words: 'Let us talk on Tuesday.' },
    });
    expect(await open.read(link)).toContain('Let us talk on Tuesday.');
    expect(await open.read(link)).not.toContain('lottery');
  });

  it('waits, too, when words beside the times bring a number or an address of their own', async () => {
    const before = await open.state();
    await open.write(link, { 's0.note': 'Book with Bob on 07700 900123', cost_note: 'Pay at www.example.org' });
    expect((await open.state()).state).toEqual(before.state);
    expect(await open.query('select parts from proposed_edits')).toEqual([{ parts: ['sessions', 'cost'] }]);
  });

  it('reaches nothing that has no box, whatever is sent', async () => {
    const before = (await open.state()).state;
    const other = before.area_id;
    await open.write(link, {
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
    const opened = await open.read(link);
    await open.edit(open.steward, { feel: 'Changed meanwhile' });
    const refused = await open.write(link, { cost_note: 'Tea 80p' }, opened);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Somebody else changed this page while you were writing.');
    expect(refused.body).toContain('value="Tea 80p"');
    await open.write(link, {}, refused.body);
    expect((await open.state()).state).toMatchObject({ cost_note: 'Tea 80p', feel: 'Changed meanwhile' });
  });

  it('says at the box what is not understood, and changes nothing', async () => {
    const before = await open.state();
    const sent = await open.write(link, { name: '', contact_email: 'nonsense', cost_note: 'Tea 90p' });
    expect(sent.statusCode).toBe(400);
    for (const said of ['Please say what it is called.', 'That is no email address', 'value="Tea 90p"']) expect(sent.body).toContain(said);
    expect(await open.state()).toEqual(before);
  });

  it('may be long', async () => {
    const long = `${'Ŵyth gair y dydd. '.repeat(200)}`.slice(0, 3900);
    expect((await open.write(link, { description: long })).headers.location).toContain('done=waits');
  });
});

describe('what a group wrote and did not mean', () => {
  const minuteMs = 60_000;
  const checked = async () => (await open.query('select last_checked_at, last_checked_by from assets where id = $1::uuid', [open.id]))[0];
  const waiting = () => open.query('select state, parts, made_at, status, answer from proposed_edits');
  const takeBack = () => open.say(link, { answer: 'take-back' });

  it('is as before once it takes it back: what went out, what waits, and its check', async () => {
    const before = [(await open.state()).state, await checked(), await waiting()];
    await open.write(link, { 's0.words': 'Fridays 2pm to 4pm', contact_phone: '01632 960777', name: 'Mend and Marvel' });
    expect([(await open.state()).state, await checked(), await waiting()]).not.toEqual(before);
    open.clock.pass(9 * minuteMs);
    expect(await open.read(link)).toContain('Take it back');
    expect(await open.read(link)).not.toContain('Yes, all right');
    expect((await takeBack()).headers.location).toBe(`${link}?done=back`);
    expect(await open.read(`${link}?done=back`)).toMatch(/Taken back. All is as it was before.*Yes, all right/s);
    expect([(await open.state()).state, await checked(), await waiting()]).toEqual(before);
    expect((await open.visitLink('/around/mend-and-natter')).body).not.toContain('01632 960777');
    expect(await open.read(link)).not.toContain('Take it back');
    expect(await open.page(open.sian, '/desk/review')).not.toContain('The group would change this');
  });

  it('asks nobody for a look once all is as before', async () => {
    const told = () => open.page(open.sian, '/desk/review/published');
    await open.query('delete from looked_over');
    await open.query(
      `insert into looked_over (asset_id, revision_id, account_id, looked_at)
       select subject_id, max(id), $2::uuid, now() from revisions where subject_id = $1::uuid group by subject_id`,
      [open.id, open.sian.viewer.accountId],
    );
    expect(await told()).not.toContain('The group changed this');
    await open.write(link, { cost_note: 'Tea 35p' });
    expect(await told()).toContain('Tea 35p');
    await takeBack();
    expect(await told()).not.toContain('The group changed this');
  });

  it('brings back what waited before, or was answered', async () => {
    await open.write(link, { name: 'Mend and Marvel' });
    const first = await waiting();
    await open.write(link, { name: 'Mend and Wonder', cost_note: 'Tea 65p' });
    await takeBack();
    expect(await waiting()).toEqual(first);
    await open.query(`update proposed_edits set status = 'declined', answer = 'Let us talk.'`);
    const declined = await waiting();
    await open.write(link, { name: 'Mend and Wander' });
    await takeBack();
    expect(await waiting()).toEqual(declined);
  });

  it('leaves what somebody else changed or answered since', async () => {
    const before = (await open.state()).state;
    await open.write(link, { cost_note: 'Tea 95p', contact_phone: '01632 960666', name: 'Mend and Marvel' });
    await open.edit(open.steward, { contact_phone: '01632 960111', feel: 'Seen since' });
    await open.query(`update proposed_edits set status = 'declined', answer = 'Better not.'`);
    await takeBack();
    expect((await open.state()).state).toEqual({ ...before, contact_phone: '01632 960111', feel: 'Seen since' });
    expect(await waiting()).toMatchObject([{ status: 'declined', answer: 'Better not.' }]);
  });

  it('stays after ten minutes, and where somebody stopped the link', async () => {
    await open.write(link, { cost_note: 'Tea 55p' });
    open.clock.pass(11 * minuteMs);
    expect(await open.read(link)).not.toContain('Take it back');
    expect((await takeBack()).headers.location).toBe(`${link}?done=too-late`);
    expect(await open.read(`${link}?done=too-late`)).toContain('It is too late to take that back');
    expect((await open.state()).state.cost_note).toBe('Tea 55p');
    await open.write(link, { cost_note: 'Tea 45p' });
    const token = /name="token" value="([^"]+)"/.exec(await open.read(link))?.[1] ?? '';
    await open.desk('stop');
    await open.say(link, { answer: 'take-back', token });
    expect((await open.state()).state.cost_note).toBe('Tea 45p');
  });
});

describe('what a group says by its own link', () => {
  it('still right: its page is checked by the group, which can be taken back', async () => {
    await open.query(`update assets set last_checked_at = '2026-01-01', last_checked_by = 'coordinator' where id = $1::uuid`, [open.id]);
    const checked = async () =>
      (await open.query<{ last_checked_by: string }>('select last_checked_by from assets where id = $1::uuid', [open.id]))[0]
        ?.last_checked_by;
    expect((await open.say(link, { answer: 'right' })).headers.location).toBe(`${link}?done=right`);
    expect(await checked()).toBe('group');
    expect(await open.read(link)).toContain('Take it back');
    await open.say(link, { answer: 'take-back' });
    expect(await checked()).toBe('coordinator');
  });

  it('a rest until a day, with a trace in the history', async () => {
    expect((await open.say(link, { answer: 'pause', until: '2020-01-01' })).statusCode).toBe(400);
    const before = await open.state();
    await open.say(link, { answer: 'pause', until: '2030-01-01' });
    expect((await open.state()).state).toEqual(before.state);
    const until = new Date(open.clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
    await open.say(link, { answer: 'pause', until });
    expect((await open.state()).state.sessions[0]?.paused_until).toBe(until);
    const [last] = await open.query<object>('select made_by from revisions where subject_id = $1::uuid order by id desc limit 1', [
      open.id,
    ]);
    expect(last).toEqual({ made_by: 'group: own link' });
    await open.say(link, { answer: 'take-back' });
    expect((await open.state()).state).toEqual(before.state);
  });

  it('closed: off the list at once, and the coordinator is told; ten minutes to take it back', async () => {
    await open.say(link, { answer: 'closed' });
    expect((await open.state()).state.status).toBe('closed');
    expect(await open.read(link)).toContain('Take it back');
    await open.say(link, { answer: 'take-back' });
    expect((await open.state()).state.status).toBe('published');
    await open.say(link, { answer: 'closed' });
    open.clock.pass(11 * 60_000);
    await open.say(link, { answer: 'take-back' });
    expect((await open.state()).state.status).toBe('closed');
    expect(await open.page(open.sian, '/desk/review')).toContain('says it has closed');
    await open.press(open.sian, 'step', 'show');
  });

  it('who made it, when, and who stopped it stands in the history', async () => {
    await open.desk('stop', open.steward);
    const history = await open.page(open.sian, `/desk/assets/${open.id}/history`);
    expect(history).toContain('The group’s own link');
    expect(history).toContain(`${open.sian.viewer.name} made one on`);
    expect(history).toContain(`${open.steward.viewer.name} stopped it on`);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetKeptContacts } from '../../api/proposals/forget-proposals.ts';
import { propose } from '../../api/proposals/propose.ts';
import { suggest } from '../../api/suggestions/suggest.ts';
import { type Editing, everything, openEditing } from '../editing/open-editing.ts';
import { aProposal } from '../proposals/proposal-fixture.ts';
import { readForm } from '../support/read-form.ts';
import { sendDeskForm } from '../support/sign-in.ts';

const minuteMs = 60_000;
const address = 'mo@example.org';
const publicUrl = 'https://open-door.example.org';

let open: Editing;
beforeAll(async () => {
  open = await openEditing();
});
afterAll(() => open.test.close());
beforeEach(async () => {
  await open.query('delete from mail_outbox');
  await open.query('delete from proposals');
  await open.query('delete from suggestions');
});

const letters = () =>
  open.query<{ subject: string; text: string; due: boolean }>(
    `select subject, text, next_try_at <= $1::timestamptz as due from mail_outbox where to_address = '${address}'`,
    [open.clock.now()],
  );
const answer = (fields: Record<string, string>) => sendDeskForm(open.test.app, '/desk/review', { by: open.sian, fields });
const undo = async (to: unknown) => {
  const back = readForm(await open.page(open.sian, String(to)), 'undo');
  const step = /name="step" value="([^"]+)"/.exec(await open.page(open.sian, String(to)))?.[1] ?? '';
  return answer({ ...back, token: open.sian.formToken(), step });
};
async function proposed(name: string): Promise<string> {
  const { deps } = open.test;
  await propose(deps, aProposal({ name, reply_email: address }), { form: name, locale: 'en', fromConnection: 1 });
  const [row] = await open.query<{ id: string }>(`select id from proposals where fields ->> 'name' = $1::text`, [name]);
  return row?.id ?? '';
}
const status = async (id: string) =>
  (await open.query<{ status: string }>('select status from proposals where id = $1::uuid', [id]))[0]?.status;

describe('an answer from review', () => {
  it('to what a neighbour said is one step that can be taken back, and its letter waits as long', async () => {
    await suggest(open.test.deps, 'mend-and-natter', { type: 'closed', text: 'Shut.', reply_email: address }, { form: 'f', publicUrl });
    const [row] = await open.query<{ id: string }>('select id from suggestions');
    const to = (await answer({ type: 'suggestion', id: row?.id ?? '', do: 'accept' })).headers.location;
    expect((await open.state()).state.status).toBe('closed');
    expect(await letters()).toMatchObject([{ due: false }]);
    expect((await undo(to)).headers.location).toBe('/desk/review?done=undone');
    expect((await open.state()).state.status).toBe('published');
    expect(await letters()).toEqual([]);
    expect(await open.query('select status, reply_email from suggestions')).toEqual([{ status: 'waiting', reply_email: address }]);
  });

  it('to something new is taken back with all it made', async () => {
    const id = await proposed('Kite Makers');
    const to = (await answer({ type: 'new', id, do: 'accept', reason: 'We looked, and it is right as it stands.' })).headers.location;
    const [letter] = await letters();
    expect(letter).toMatchObject({ due: false, text: expect.not.stringContaining('right as it stands') });
    open.clock.pass(9 * minuteMs);
    await undo(to);
    expect([await status(id), await letters(), await open.query(`select 1 from assets where name = 'Kite Makers'`)]).toEqual([
      'waiting',
      [],
      [],
    ]);
  });

  it('that makes an asset of it leads on to its photos, on Today too, until it is taken back', async () => {
    const to = String((await answer({ type: 'new', id: await proposed('Kite Flyers'), do: 'accept' })).headers.location);
    const [made] = await open.query<{ id: string }>(`select id from assets where name = 'Kite Flyers'`);
    const photos = `href="/desk/assets/${made?.id}/photos"`;
    expect(await open.page(open.sian, to)).toContain(photos);
    expect(await open.page(open.sian, to.replace(/.*step=/, '/desk?done='))).toContain(photos);
    expect((await open.visit(open.sian, `/desk/assets/${made?.id}/photos`)).body).toContain('name="photo"');
    await undo(to);
    expect(await open.page(open.sian, to)).not.toContain(photos);
  });

  it('goes to them once it can no longer be taken back', async () => {
    await answer({ type: 'new', id: await proposed('Kite Menders'), do: 'decline', words: 'It is here already.' });
    open.clock.pass(11 * minuteMs);
    expect(await letters()).toMatchObject([{ due: true, text: expect.stringContaining('It is here already.') }]);
  });
});

describe('"Change it first" on something new', () => {
  const begin = async (id: string) =>
    /assets\/([0-9a-f-]{36})/.exec(String((await answer({ type: 'new', id, do: 'change-first' })).headers.location))?.[1] ?? '';

  it('tells nobody anything before it is public, and begins one draft however often it is pressed', async () => {
    const id = await proposed('Kite Painters');
    const draft = await begin(id);
    expect(await begin(id)).toBe(draft);
    expect((await open.state(draft)).state.status).toBe('draft');
    expect([await status(id), await letters()]).toEqual(['waiting', []]);
    expect(await open.page(open.sian, `/desk/assets/${draft}`)).toContain(`href="/desk/assets/${draft}/photos"`);
  });

  it('tells them with its publication, held back; and not at all when that is undone', async () => {
    const id = await proposed('Kite Sewers');
    const draft = await begin(id);
    const boxes = readForm(await open.page(open.sian, `/desk/assets/${draft}`), 'edit');
    const sent = await sendDeskForm(open.test.app, `/desk/assets/${draft}`, {
      by: open.sian,
      fields: { ...boxes, token: open.sian.formToken(), seen: everything, feel: 'Windy', do: 'publish' },
    });
    expect(sent.headers.location).toContain('done=published');
    expect(await status(id)).toBe('accepted');
    expect(await letters()).toMatchObject([{ due: false, text: expect.stringContaining(`/around/${(await open.state(draft)).slug}`) }]);
    await open.press(open.sian, 'undo', '', draft);
    expect([await status(id), await letters()]).toEqual(['waiting', []]);
    await open.press(open.sian, 'step', 'show', draft);
    open.clock.pass(11 * minuteMs);
    expect(await letters()).toMatchObject([{ due: true }]);
  });

  it('keeps a contact that is for the coordinator alone, for as long as its publication can be undone', async () => {
    const { deps } = open.test;
    const contact = { contact: '01632 960 777', contact_name: 'Ann', may_show: 'no' } as const;
    await propose(deps, aProposal({ name: 'Kite Menders', ...contact, reply_email: null }), { form: 'x', locale: 'en', fromConnection: 1 });
    const [row] = await open.query<{ id: string }>(`select id from proposals where fields ->> 'name' = 'Kite Menders'`);
    const id = row?.id ?? '';
    const draft = await begin(id);
    const stands = async () => JSON.stringify(await open.query('select to_jsonb(p) as all from proposals p where id = $1::uuid', [id]));
    await open.press(open.sian, 'step', 'show', draft);
    expect([await status(id), (await open.page(open.sian, '/desk/review')).includes('01632 960 777')]).toEqual(['accepted', false]);
    open.clock.pass(20 * minuteMs);
    await forgetKeptContacts({ ...deps, clock: open.clock });
    await open.press(open.sian, 'undo', '', draft);
    expect(await status(id)).toBe('waiting');
    expect(await open.page(open.sian, '/desk/review')).toContain('Ann, 01632 960 777');
    await open.press(open.sian, 'step', 'show', draft);
    expect(await stands()).toContain('01632 960 777');
    open.clock.pass(31 * minuteMs);
    await forgetKeptContacts({ ...deps, clock: open.clock });
    expect(await stands()).not.toContain('01632 960 777');
  });

  it('leaves no draft behind when it is answered another way and nobody wrote on it', async () => {
    const id = await proposed('Kite Tailors');
    const draft = await begin(id);
    await answer({ type: 'new', id, do: 'decline', words: 'Thank you.' });
    expect(await open.query('select 1 from assets where id = $1::uuid', [draft])).toEqual([]);
  });
});

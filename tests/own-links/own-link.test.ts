import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendForm } from '../support/send-form.ts';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp } from '../support/test-app.ts';
import { linkIn, type OwnLinkOpen, openOwnLink } from './open-own-link.ts';

let open: OwnLinkOpen;
let builder: TestSession;
let link: string;
beforeAll(async () => {
  open = await openOwnLink();
  builder = await signIn(open.test, 'builder');
});
afterAll(() => open.test.close());
beforeEach(async () => {
  link = await open.giveLink();
});

describe('a group’s own link', () => {
  it('is made by the coordinator, shown once, and kept as a hash alone', async () => {
    expect(link).toMatch(/^\/our\/[\w-]{32}$/);
    const shown = await open.desk('show');
    expect(shown.body).toContain('<svg class="qr"');
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(await open.page(open.sian, `/desk/assets/${open.id}/link`)).not.toContain('/our/');
    const rows = await open.query<object>('select * from own_links');
    expect(JSON.stringify(rows)).not.toContain(linkIn(shown.body).slice(5));
  });

  it('goes to the address that the group shows, with a letter that says what it is', async () => {
    await open.query('delete from mail_outbox');
    expect((await open.desk('send')).headers.location).toContain('done=sent');
    const [letter] = await open.query<{ to_address: string; text: string }>('select to_address, text from mail_outbox');
    expect(letter?.to_address).toBe((await open.state()).state.contact_email);
    expect(letter?.text).toContain('The link is for you alone');
    expect((await open.visitLink(linkIn(letter?.text ?? ''))).statusCode).toBe(200);
  });

  it('shows the group its page in the boxes, to be kept by no cache, found by no search engine and named to nobody', async () => {
    const { headers, body, statusCode } = await open.visitLink(link);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['x-robots-tag']).toContain('noindex');
    const { state } = await open.state();
    for (const said of ['1. What is it called?', '2. What happens there?', state.name, state.contact_phone ?? '-', 'Yes, all right'])
      expect(body).toContain(said);
  });

  it('is for who may give it: no builder, and nobody of another patch', async () => {
    expect((await open.desk('show', builder)).statusCode).toBe(403);
    const [far] = await open.query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where r.slug = 'cwm-derw' and a.kind = 'group' limit 1`,
    );
    expect((await open.desk('show', open.sian, far?.id)).statusCode).toBe(403);
    expect((await open.visit(builder, `/desk/assets/${open.id}/link`)).statusCode).toBe(403);
  });

  it('is none to what holds something private, nor to what nobody sees', async () => {
    const [gift] = await open.query<{ id: string }>(
      `select a.id from assets a join areas r on r.id = a.area_id where a.kind = 'people' and r.slug = 'abbey-and-riverside' limit 1`,
    );
    expect((await open.desk('show', open.sian, gift?.id)).statusCode).toBe(400);
    await open.press(open.sian, 'step', 'pause');
    expect((await open.desk('show')).statusCode).toBe(400);
    expect(await open.read(link)).toContain('This is not on the list any more');
    await open.press(open.sian, 'step', 'show');
    await open.query(`update assets set point_privacy = 'private' where id = $1::uuid`, [open.id]);
    expect(await open.read(link)).not.toContain('value="write"');
    await open.query(`update assets set point_privacy = 'public' where id = $1::uuid`, [open.id]);
  });

  it('ends at once when it is stopped or another one is made, and says so kindly', async () => {
    const first = link;
    link = linkIn((await open.desk('show')).body);
    for (const path of [first, link]) {
      if (path === link) await open.desk('stop');
      const { statusCode, body } = await open.visitLink(path);
      expect(statusCode).toBe(200);
      expect(body).toContain('This link was stopped');
      expect(body).not.toContain('value="write"');
    }
    const before = await open.state();
    await open.say(link, { answer: 'closed' });
    expect(await open.state()).toEqual(before);
  });

  it('ends after twelve months, and is renewed by use', async () => {
    const month = 30 * 86_400_000;
    open.clock.pass(11 * month);
    await open.say(link, { answer: 'right' });
    open.clock.pass(11 * month);
    expect(await open.read(link)).toContain('value="write"');
    open.clock.pass(2 * month);
    expect(await open.read(link)).toContain('This link has grown old');
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

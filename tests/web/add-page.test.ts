import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendForm, tokenOf } from '../support/send-form.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const clock = movingClock();
let site: TestApp;
beforeAll(async () => {
  site = await createTestApp('sample', {}, { clock });
});
afterAll(() => site.close());
beforeEach(async () => {
  await site.deps.db.query('forget', 'delete from proposals');
});

const told = {
  ...{ name: 'Kite Makers', happens: 'We make kites from old curtains.\nBring <b>one</b>.', when: 'every other Tuesday 10am to noon' },
  ...{
    place: 'QX3 2AB',
    join: 'Just turn up',
    contact_name: 'Mo',
    contact: '01632 960555',
    may_show: 'yes',
    reply_email: 'mo@example.org',
  },
  ...{ anyone: 'yes', neighbours: 'unsure', freely: 'yes' },
};
let comers = 0;
async function send(fields: Record<string, string>, path = '/add') {
  const token = fields.token ?? (await tokenOf(site.app, path));
  clock.pass(5_000);
  comers += 1;
  return sendForm(site.app, path, { fields: { ...fields, token }, from: `198.51.100.${comers % 250}` });
}
const kept = () =>
  site.deps.db.query<{ fields: Record<string, unknown>; locale: string; reply_email: string }>(
    'kept',
    'select fields, locale, reply_email from proposals',
  );
/** What a page's form would send again, its boxes as the server filled them. */
const carried = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

describe('adding something, without script', () => {
  it('is shown before it is sent: nothing is kept, and everything is carried along', async () => {
    const { statusCode, body } = await send({ ...told, step: 'preview' });
    expect(statusCode).toBe(200);
    expect(body).toContain('Does this look right?');
    expect(body).toContain('Every other Tuesday, 10am to noon');
    expect(body).toContain('We take Tuesday 24 November as the first one.');
    expect(body).toContain('Tue 8 Dec');
    expect(body).toContain('Bring &lt;b>one&lt;/b>.');
    expect(body).toContain('Abbey and Riverside');
    expect(body).toMatch(/Siân|Dylan|Amina|Gethin|Grace|Marcus|Nerys|Ruth/);
    expect(carried(body)).toMatchObject({
      name: 'Kite Makers',
      when: told.when,
      contact: told.contact,
      may_show: 'yes',
      neighbours: 'unsure',
      reply_email: 'mo@example.org',
    });
    expect(await kept()).toEqual([]);
  });

  it('is sent from there, once, with what was changed there', async () => {
    const { body } = await send({ ...told, step: 'preview' });
    const fields = {
      ...told,
      kind: 'exchange',
      'topic.make': 'yes',
      'topic.outdoors': 'yes',
      step: 'send',
      token: carried(body).token ?? '',
    };
    const answer = await send(fields);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/add?thanks=abbey-and-riverside']);
    await send(fields);
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      locale: 'en',
      reply_email: 'mo@example.org',
      fields: { name: 'Kite Makers', kind: 'exchange', topics: ['make', 'outdoors'], may_show: 'yes' },
    });
    const thanks = await site.app.inject({ url: '/add?thanks=abbey-and-riverside', headers: { 'accept-encoding': 'identity' } });
    expect(thanks.body).toContain('Thank you. It’s on its way');
  });

  it('can be changed first, and loses nothing', async () => {
    const { statusCode, body } = await send({ ...told, kind: 'story', 'topic.make': 'yes', step: 'edit' });
    expect(statusCode).toBe(200);
    for (const words of [
      'value="Kite Makers"',
      'We make kites from old curtains.',
      'value="01632 960555"',
      'every other Tuesday 10am to noon',
      'name="kind" value="story"',
      'name="topic.make" value="yes"',
    ])
      expect(body).toContain(words);
    expect(body).toMatch(/name="may_show" value="yes" checked/);
  });

  it('says what is missing beside its box, with all that was typed', async () => {
    const { statusCode, body } = await send({ ...told, name: ' ', may_show: '', reply_email: 'mo@', step: 'preview' });
    expect(statusCode).toBe(400);
    for (const words of [
      'Tell us what it is called',
      'href="#name"',
      'href="#may_show"',
      'Write the whole e-mail address',
      'value="mo@"',
      'value="01632 960555"',
    ])
      expect(body).toContain(words);
  });

  it('asks for the area where the place tells none, and takes the answer', async () => {
    const lost = { ...told, place: 'Behind the big tree' };
    const { body } = await send({ ...lost, step: 'preview' });
    expect(body).toContain('We do not know that place.');
    expect(body).toContain('Which area is it in?');
    expect((await send({ ...lost, area: 'bryn-melyn', step: 'send' })).headers.location).toBe('/add?thanks=bryn-melyn');
    const fromArea = await site.app.inject({ url: '/add?area=bryn-melyn', headers: { 'accept-encoding': 'identity' } });
    expect(fromArea.body).toContain('name="area" value="bryn-melyn"');
    expect((await site.app.inject({ url: '/add', headers: { 'accept-encoding': 'identity' } })).body).not.toContain('bryn-melyn');
  });

  it('asks whether it is one that is here already, and says of a service where it may stand', async () => {
    const { body } = await send({ ...told, name: 'Mend & Natter', happens: 'Referral by your GP.', step: 'preview' });
    expect(body).toContain('Is it this one?');
    expect(body).toContain('href="/around/mend-and-natter"');
    expect(body).toContain('The same name.');
    expect(body).toContain('It sounds a little like a formal service.');
  });

  it('speaks Welsh', async () => {
    const { body } = await send({ ...told, when: 'bob yn ail ddydd Mawrth 10yb tan hanner dydd', step: 'preview' }, '/cy/add');
    expect(body).toContain('A yw hyn yn edrych yn iawn?');
    expect(body).toContain('Bob yn ail ddydd Mawrth, 10yb tan hanner dydd');
  });

  it('keeps what was typed when it came too fast, on the step where it was', async () => {
    const token = await tokenOf(site.app, '/add');
    const { statusCode, body } = await sendForm(site.app, '/add', { fields: { ...told, step: 'send', token } });
    expect(statusCode).toBe(400);
    expect(body).toContain('That was quicker than most of us type');
    expect(carried(body)).toMatchObject({ name: 'Kite Makers' });
    expect(await kept()).toEqual([]);
  });
});

it('times can be tried on a page of their own', async () => {
  const { body } = await site.app.inject({
    url: '/add/times?when=second+Tuesday+2pm+in+the+hall',
    headers: { 'accept-encoding': 'identity' },
  });
  expect(body).toContain('We could not read “in the hall”.');
  expect(body).not.toContain('First dates');
});

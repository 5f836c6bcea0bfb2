import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askGroups } from '../../api/confirm/ask-groups.ts';
import { type AskedGroups, dayMs, openAskedGroups, publicUrl } from './asked-groups.ts';

let asked: AskedGroups;
let refusal: Error | null = null;
beforeAll(async () => {
  asked = await openAskedGroups(() => refusal);
});
afterAll(() => asked.close());

const stages = () =>
  asked.deps.db.query<{ slug: string; stage: string }>(
    'stages',
    'select a.slug, r.stage from confirm_requests r join assets a on a.id = r.asset_id order by r.made_at, a.slug',
  );
const waiting = async () => (await asked.deps.db.query('waiting', 'select 1 from mail_outbox')).length;

describe('a letter to a group', () => {
  it('says what is asked, when it goes from the list, and leads to a page of its own', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    expect(await asked.ask()).toBe(1);
    const [letter] = asked.sent;
    expect(letter).toMatchObject({ to: 'group@example.org', subject: 'Is this still right? Mend and Natter' });
    expect(letter?.text).toContain('Dear Dee,');
    expect(letter?.text).toContain('Last checked on 25 July 2026.');
    expect(letter?.text).toContain('it leaves the list on 20 July 2027.');
    expect(asked.linksIn(letter)).toEqual([expect.stringMatching(/^\/confirm\/[\w-]{32}$/)]);
  });

  it('is not written twice, by however many processes that ask at once', async () => {
    await asked.only({ 'mend-and-natter': 121, 'cor-y-bont': 130 });
    const written = await Promise.all([1, 2, 3].map(() => askGroups(asked.deps, publicUrl)));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await asked.ask()).toBe(0);
    expect(asked.sent).toHaveLength(1);
  });

  it('is written with its stages, or neither is', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    const db = {
      ...asked.deps.db,
      transaction: (work: Parameters<typeof asked.deps.db.transaction>[0]) =>
        asked.deps.db.transaction(async (tx) => {
          const result = await work(tx);
          if (result === true) throw new Error('pulled the plug');
          return result;
        }),
    };
    await expect(askGroups({ ...asked.deps, db: db as typeof asked.deps.db }, publicUrl)).rejects.toThrow('pulled the plug');
    expect([await stages(), await waiting()]).toEqual([[], 0]);
    expect(await asked.ask()).toBe(1);
  });

  it('lists all that one address looks after, whoever spells it how', async () => {
    await asked.only({ 'mend-and-natter': 121, 'cor-y-bont': 345, 'clwb-clebran-calon': 20 });
    await asked.deps.db.query('shout', `update assets set contact_email = ' GROUP@example.org ' where slug = 'cor-y-bont'`);
    expect(await asked.ask()).toBe(1);
    expect(asked.sent[0]?.subject).toMatch(/^Byddwn yn ei dynnu oddi ar y rhestr ar 8 Rhagfyr 2026: Côr y Bont, a 1 arall$/);
    expect(await stages()).toEqual([
      { slug: 'cor-y-bont', stage: 'last' },
      { slug: 'mend-and-natter', stage: 'ageing' },
    ]);
  });

  it('is in Welsh, with a Welsh page behind it, where the group speaks Welsh first', async () => {
    await asked.only({ 'cor-y-bont': 121 });
    await asked.ask();
    const [letter] = asked.sent;
    expect(letter?.subject).toBe('A yw hyn yn gywir o hyd? Côr y Bont');
    expect(letter?.text).toContain('Gwiriwyd ddiwethaf ar 25 Gorffennaf 2026.');
    expect(asked.linksIn(letter)[0]).toMatch(/^\/cy\/confirm\//);
  });

  it('goes in office hours alone', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    asked.clock.pass(-2 * 3_600_000);
    expect(await asked.ask(), 'at nine').toBe(0);
    asked.clock.pass(7 * 3_600_000);
    expect(await asked.ask(), 'at four').toBe(0);
    asked.clock.pass(-5 * 3_600_000 + 5 * dayMs);
    expect(await asked.ask(), 'on Saturday').toBe(0);
    asked.clock.pass(2 * dayMs);
    expect(await asked.ask(), 'on Monday').toBe(1);
  });

  it('goes in stages to one that never answers, and then no more', async () => {
    await asked.only({ 'mend-and-natter': 119 });
    for (let week = 0; week < 43; week += 1) {
      await asked.ask();
      asked.clock.pass(7 * dayMs);
    }
    const ours = (await stages()).filter(({ slug }) => slug === 'mend-and-natter');
    expect(ours.map(({ stage }) => stage)).toEqual(['ageing', 'reminder', 'stale', 'last']);
    const about = asked.sent.filter(({ to, text }) => to === 'group@example.org' && text.includes('Mend and Natter'));
    expect(about.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Is this still right? Mend and Natter',
      'Still right? We have not heard from you',
      expect.stringMatching(/^Is this still right\? Mend and Natter/),
      expect.stringMatching(/^We will take it off the list on \d+ July 2027$/),
    ]);
  });
});

describe('no letter goes', () => {
  it.each([
    ['to an asset without an address', `contact_email = null`],
    ['to what is no address', `contact_email = 'ring Dee'`],
    ['about what is not published', `status = 'closed'`],
    ['about what nobody here has ever vouched for', `last_checked_at = null`],
    ['about what has lapsed', `last_checked_at = '2020-01-01'`],
    ['to the private address of someone who offers a gift', `kind = 'people'`],
  ])('%s', async (_, change) => {
    await asked.only({ 'mend-and-natter': 121 });
    await asked.deps.db.query(`change ${change}`.slice(0, 60), `update assets set ${change} where slug = 'mend-and-natter'`);
    expect(await asked.ask()).toBe(0);
    await asked.deps.db.query('as-before', `update assets set kind = 'group' where slug = 'mend-and-natter'`);
    await asked.only({ 'mend-and-natter': 121 });
    expect(await asked.ask(), 'as it was').toBe(1);
  });

  it('about a gift but through the address that was given for it, while consent holds', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    await asked.deps.db.query('gift', `update assets set kind = 'people' where slug = 'mend-and-natter'`);
    await asked.deps.db.query(
      'relay',
      `insert into gifts (asset_id, relay_contact, consented_on, expires_on)
       select id, 'relay@example.org', '2026-01-01', '2026-01-02' from assets where slug = 'mend-and-natter'`,
    );
    expect(await asked.ask()).toBe(0);
    await asked.deps.db.query('consent', `update gifts set expires_on = null where relay_contact = 'relay@example.org'`);
    await asked.ask();
    expect(asked.sent.map(({ to }) => to)).toEqual(['relay@example.org']);
    await asked.deps.db.query('as-before', `update assets set kind = 'group' where slug = 'mend-and-natter'`);
    await asked.deps.db.query('no-gift', `delete from gifts where relay_contact = 'relay@example.org'`);
  });

  it('after a check by anyone who knows', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    await asked.ask();
    await asked.deps.db.query('coordinator-calls', `update assets set last_checked_at = $1::timestamptz where slug = 'mend-and-natter'`, [
      asked.clock.now(),
    ]);
    asked.clock.pass(28 * dayMs);
    expect(await asked.ask()).toBe(0);
  });

  it('to an address that the mail server refuses for good, until the asset names another', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    refusal = Object.assign(new Error('550 no such person'), { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 });
    expect(await asked.ask()).toBe(1);
    refusal = null;
    expect([await waiting(), asked.sent]).toEqual([0, []]);
    asked.clock.pass(28 * dayMs);
    expect(await asked.ask()).toBe(0);
    await asked.deps.db.query('new-address', `update assets set contact_email = 'new@example.org' where slug = 'mend-and-natter'`);
    expect(await asked.ask()).toBe(1);
    expect(asked.sent[0]?.to).toBe('new@example.org');
  });

  it('a letter that is turned away for another reason waits', async () => {
    await asked.only({ 'mend-and-natter': 121 }, 'waits@example.org');
    refusal = Object.assign(new Error('530 log in first'), { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 });
    await asked.ask();
    refusal = null;
    expect(await waiting()).toBe(1);
    expect(await asked.deps.db.query('bounced', 'select code from bounced_contacts')).toEqual([{ code: '550' }]);
  });
});

describe('what we keep of a letter', () => {
  it('opens no link and names no address', async () => {
    await asked.only({ 'mend-and-natter': 121 }, 'kept@example.org');
    await asked.ask();
    const [link = ''] = asked.linksIn(asked.sent[0]);
    const rows = await asked.deps.db.query('requests', 'select * from confirm_requests');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('kept@');
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1));
  });
});

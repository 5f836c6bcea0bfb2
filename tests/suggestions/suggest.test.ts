import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Suggestion } from '../../api/contract/suggestion.ts';
import type { Mail } from '../../api/mail/mailer.ts';
import { sendWaitingMail } from '../../api/mail/send-waiting-mail.ts';
import { forgetSuggestions } from '../../api/suggestions/forget-suggestions.ts';
import { suggest } from '../../api/suggestions/suggest.ts';
import { tellTheRest } from '../../api/suggestions/tell-the-rest.ts';
import { movingClock } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';

const dayMs = 86_400_000;
const clock = movingClock();
const warned: string[] = [];
let base: Awaited<ReturnType<typeof createTestDeps>>;
let sent: Mail[];
let refusals: number;

/** The port's real contract, with a post office that can be shut. */
const mailer = {
  async send(mail: Mail) {
    refusals -= 1;
    if (refusals >= 0) throw Object.assign(new Error(`550 no such person ${mail.to}`), { code: 'EENVELOPE' });
    sent.push(mail);
  },
  ping: async () => undefined,
};
const log = { info: () => undefined, warn: (...line: unknown[]) => void warned.push(JSON.stringify(line)), error: () => undefined };
const deps = () => ({ ...base, clock, mailer, log });

beforeAll(async () => {
  base = await createTestDeps('sample');
});
afterAll(() => base.close());
beforeEach(async () => {
  sent = [];
  refusals = 0;
  await base.db.query('forget-suggestions', 'delete from suggestions');
  await base.db.query('forget-mail', 'delete from mail_outbox');
});

const slug = 'mend-and-natter';
const from = { form: 'a form', publicUrl: 'https://open-door.example.org' };
const change = {
  type: 'change',
  text: 'It starts at 11 now.\nFrom: someone else\nhttps://elsewhere.example.org',
  reply_email: 'mo@example.org',
} as const;
const count = async (table: string) =>
  (await base.db.query<{ n: number }>(`count-${table}`, `select count(*)::int as n from ${table}`))[0]?.n;

describe('a suggestion', () => {
  it('says something that can be seen, and is asked for words otherwise', () => {
    const read = (text: string) => Suggestion.safeParse({ type: 'change', text, reply_email: '' });
    for (const text of ['', ' \n', '\u200b\u200d', '\u3164 \u2800', '\0\ufeff'])
      expect(read(text).success, JSON.stringify(text)).toBe(false);
    expect(read(' It\0 is\r\nat 11 \ufffe\ud800').data?.text).toBe('It is\nat 11');
  });

  it('reaches the coordinator of the area, with the address of who wrote in the letter alone', async () => {
    await suggest(deps(), slug, change, from);
    expect(await sendWaitingMail(deps())).toBe(1);
    const [letter] = sent;
    expect(letter?.to).toMatch(/@example\.org$/);
    expect(letter?.to).not.toBe('mo@example.org');
    expect(letter?.subject).toBe('Is it different now? Mend and Natter');
    expect(letter?.text).toContain('> It starts at 11 now.\n> From: someone else\n> https://elsewhere.example.org');
    expect(letter?.text).toContain('mo@example.org');
    expect(letter?.text).toContain('\nhttps://open-door.example.org/around/mend-and-natter\n');
    expect(letter?.text).toContain('21 February 2027');
    expect(await count('mail_outbox')).toBe(0);
  });

  it('that it has closed needs no words', async () => {
    await suggest(deps(), slug, { type: 'closed', text: '', reply_email: null }, from);
    await sendWaitingMail(deps());
    expect(sent[0]?.subject).toBe('Has it closed? Mend and Natter');
    expect(sent[0]?.text).not.toContain('>');
    const [row] = await base.db.query<object>('row', 'select type, text, reply_email, status from suggestions');
    expect(row).toEqual({ type: 'closed', text: null, reply_email: null, status: 'waiting' });
  });

  it('sent twice by one form is one; with other words it is another', async () => {
    await Promise.all([suggest(deps(), slug, change, from), suggest(deps(), slug, change, from)]);
    await suggest(deps(), slug, { ...change, text: 'And in the small room' }, from);
    expect([await count('suggestions'), await count('mail_outbox')]).toEqual([2, 2]);
  });

  it('is kept, and the letter with it, or neither', async () => {
    const broken = {
      ...base.db,
      transaction: (work: Parameters<typeof base.db.transaction>[0]) =>
        base.db.transaction(async (tx) => {
          await work(tx);
          throw new Error('pulled the plug');
        }),
    };
    await expect(suggest({ ...deps(), db: broken as typeof base.db }, slug, change, from)).rejects.toThrow('pulled the plug');
    expect([await count('suggestions'), await count('mail_outbox')]).toEqual([0, 0]);
  });

  it('of what may not be seen is refused like one of what never was', async () => {
    await base.db.query('hide', "update assets set status = 'hidden' where slug = 'cor-y-bont'");
    await expect(suggest(deps(), 'cor-y-bont', change, from)).rejects.toThrow('This is not here');
    expect(await count('suggestions')).toBe(0);
  });

  it('goes on the day that was promised, and the address as soon as it is answered', async () => {
    await suggest(deps(), slug, change, from);
    await expect(base.db.query('answer-wrongly', "update suggestions set status = 'answered'")).rejects.toThrow(/check/);
    clock.pass(89 * dayMs);
    expect(await forgetSuggestions(deps())).toBe(0);
    clock.pass(dayMs);
    expect(await forgetSuggestions(deps())).toBe(1);
    expect(await count('suggestions')).toBe(0);
  });
});

describe('too many suggestions', () => {
  const publicUrl = from.publicUrl;
  const say = (text: string, about = slug) => suggest(deps(), about, { type: 'change', text, reply_email: null }, from);

  it('of one asset are three letters a day, and one in the morning with the rest', async () => {
    for (const text of ['one', 'two', 'three', 'four <b>', 'five']) await say(text);
    expect([await count('suggestions'), await sendWaitingMail(deps())]).toEqual([5, 3]);
    expect(await tellTheRest(deps(), publicUrl)).toBe(0);
    clock.pass(dayMs - 3 * 3_600_000);
    expect(await tellTheRest(deps(), publicUrl), 'before seven').toBe(0);
    clock.pass(3 * 3_600_000);
    expect(await Promise.all([tellTheRest(deps(), publicUrl), tellTheRest(deps(), publicUrl)])).toContain(1);
    expect(await sendWaitingMail(deps())).toBe(1);
    const letter = sent.at(-1);
    expect(letter?.to).toBe(sent[0]?.to);
    expect(letter?.subject).toBe('What else neighbours said yesterday (2)');
    expect(letter?.text).toContain(
      'Is it different now? Mend and Natter\n> four <b>\nhttps://open-door.example.org/around/mend-and-natter',
    );
    expect(letter?.text).toContain('> five');
    expect(letter?.text).not.toContain('> three');
    await say('six');
    expect(await sendWaitingMail(deps())).toBe(1);
    expect([await tellTheRest(deps(), publicUrl), await count('suggestions')]).toEqual([0, 6]);
  });

  it('of many assets are twenty letters a day to one coordinator, also when all come at once', async () => {
    const rows = await base.db.query<{ slug: string }>(
      'assets-of-area',
      `select a.slug from assets a join areas r on r.id = a.area_id where r.slug = 'abbey-and-riverside' and a.status = 'published'
       and a.kind = 'group' and a.last_checked_at is not null order by a.last_checked_at desc limit 10`,
    );
    expect(rows).toHaveLength(10);
    for (const { slug } of rows) await Promise.all(['one', 'two', 'three'].map((text) => say(text, slug)));
    expect([await count('suggestions'), await count('mail_outbox')]).toEqual([30, 20]);
  });

  it('tell at most forty in the morning, and how many more there are', async () => {
    for (let at = 0; at < 50; at += 1) await say(`nr ${at}.`);
    clock.pass(dayMs);
    await base.db.query('no-mail', 'delete from mail_outbox');
    await tellTheRest(deps(), publicUrl);
    await sendWaitingMail(deps());
    expect(sent[0]?.text.match(/> nr/g)).toHaveLength(40);
    expect(sent[0]?.text).toContain('And 7 more');
  });
});

describe('a letter', () => {
  const welsh = async () => {
    const [row] = await base.db.query<{ slug: string; name_cy: string }>(
      'asset-of-bryn-melyn',
      `select a.slug, a.name_cy from assets a join areas r on r.id = a.area_id where r.slug = 'bryn-melyn' and a.status = 'published'
       and a.kind = 'group' and a.name_cy is not null and a.last_checked_at > '2026-11-01' limit 1`,
    );
    return row ?? { slug: '', name_cy: '' };
  };

  it('is in the first of the coordinator’s languages that we can write', async () => {
    const about = await welsh();
    await suggest(deps(), about.slug, { ...change, text: 'Nawr am 11' }, from);
    await sendWaitingMail(deps());
    expect(sent[0]?.subject).toBe(`Ydy hwn yn wahanol erbyn hyn? ${about.name_cy}`);
    expect(sent[0]?.text).toMatch(/^Annwyl Nerys,\n/);
    expect(sent[0]?.text).toMatch(/cyfeiriad ar \d{1,2} (Mai|Mehefin|Gorffennaf|Awst) 2027\./);
    expect(sent[0]?.text).toContain(`https://open-door.example.org/cy/around/${about.slug}\n`);
  });

  it('of the morning is in it too', async () => {
    const about = await welsh();
    for (const text of ['un', 'dau', 'tri', 'pedwar']) await suggest(deps(), about.slug, { type: 'closed', text, reply_email: null }, from);
    clock.pass(dayMs);
    await base.db.query('no-letters', 'delete from mail_outbox');
    await tellTheRest(deps(), from.publicUrl);
    await sendWaitingMail(deps());
    expect(sent[0]?.subject).toBe('Beth arall a ddywedodd cymdogion ddoe (1)');
    expect(sent[0]?.text).toContain(`Ydy hwn wedi cau? ${about.name_cy}\n> pedwar`);
  });

  it('that is not taken is tried again, each time after twice as long, and told in the log without addresses', async () => {
    await suggest(deps(), slug, change, from);
    refusals = 3;
    for (const minutes of [0, 1, 2]) {
      clock.pass(minutes * 60_000);
      expect(await sendWaitingMail(deps())).toBe(0);
      expect(await sendWaitingMail(deps())).toBe(0);
    }
    clock.pass(4 * 60_000 - 1);
    expect(await sendWaitingMail(deps())).toBe(0);
    clock.pass(1);
    expect(await sendWaitingMail(deps())).toBe(1);
    expect(warned).toHaveLength(3);
    expect(warned.join()).toContain('EENVELOPE');
    expect(warned.join()).not.toContain('@');
  });

  it('does not wait for one before it that is refused', async () => {
    await suggest(deps(), slug, change, from);
    await suggest(deps(), slug, { ...change, text: 'Another' }, from);
    refusals = 1;
    expect(await sendWaitingMail(deps())).toBe(1);
  });

  it('is sent by one of two who send at once', async () => {
    await suggest(deps(), slug, change, from);
    await Promise.all([sendWaitingMail(deps()), sendWaitingMail(deps())]);
    expect(sent).toHaveLength(1);
  });

  it('bears the same mark when it is sent again', async () => {
    await suggest(deps(), slug, change, from);
    const [row] = await base.db.query<{ id: string }>('letter-id', 'select id from mail_outbox');
    await sendWaitingMail(deps());
    expect(sent[0]?.id).toBe(row?.id);
  });

  it('that could not be sent for as long as it may be kept is gone', async () => {
    await suggest(deps(), slug, change, from);
    clock.pass(90 * dayMs);
    expect(await sendWaitingMail(deps())).toBe(0);
    expect(await count('mail_outbox')).toBe(0);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBounce } from '../../api/confirm/read-bounce.ts';
import { takeBounces } from '../../api/confirm/take-bounces.ts';
import { type AskedGroups, dayMs, openAskedGroups } from './asked-groups.ts';

const letter = '2f1e6c1a-0d1b-4c57-9d43-6a0f3b7e9c11';

interface Report {
  action?: string;
  status?: string;
  /** In the report itself, where our server asked for it. */
  envelope?: string;
  /** In the head of the returned letter. */
  messageId?: string;
  returnedAs?: string;
}

/** As Postfix and Exchange write them. */
const report = ({ action = 'failed', status = '5.1.1', envelope, messageId, returnedAs = 'message/rfc822' }: Report) =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.org',
    'To: hello@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <11111111-2222-4333-8444-555555555555@mx.example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I’m sorry to have to inform you…',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    ...(envelope ? [`Original-Envelope-Id: ${envelope}`] : []),
    'Arrival-Date: Mon, 23 Nov 2026 11:00:00 +0000',
    '',
    'Final-Recipient: rfc822; group@example.org',
    `Action: ${action}`,
    `Status: ${status} (mailbox is not there)`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such',
    ' person',
    '',
    '--part',
    `Content-Type: ${returnedAs}`,
    '',
    ...(messageId ? ['Message-ID:', ` <${messageId}@open-door.invalid>`] : []),
    'Subject: Is this still right?',
    'Content-Type: text/plain',
    '',
    'Message-ID: <99999999-2222-4333-8444-555555555555@open-door.invalid>',
    '--part--',
    '',
  ].join('\r\n');
const read = (parts: Report) => readBounce(Buffer.from(report(parts)));

describe('a delivery status notification', () => {
  it.each<[string, Report]>([
    ['by what our server told the other', { envelope: letter }],
    ['by the head of the letter that came back', { messageId: letter }],
    ['by that head alone', { messageId: letter, returnedAs: 'text/rfc822-headers' }],
  ])('names the letter %s', async (_, parts) => {
    expect(await read(parts)).toEqual({ letter, status: '5.1.1' });
  });

  it.each<[string, Report]>([
    ['a delay', { messageId: letter, action: 'delayed', status: '4.4.7' }],
    ['something that may pass', { messageId: letter, status: '4.2.2' }],
    ['a letter that arrived', { messageId: letter, action: 'delivered', status: '2.0.0' }],
    ['a letter of nobody, whatever stands in it', {}],
  ])('of %s is none to us', async (_, parts) => {
    expect(await read(parts)).toBeNull();
  });

  it('is nothing else that comes in', async () => {
    for (const text of [
      '',
      'Hello',
      `Subject: Re: Is this still right?\r\nIn-Reply-To: <${letter}@open-door.invalid>\r\n\r\nYes, thank you!`,
    ])
      expect(await readBounce(Buffer.from(text))).toBeNull();
  });
});

describe('a folder of returned mail', () => {
  let asked: AskedGroups;
  let folder: string;
  beforeAll(async () => {
    asked = await openAskedGroups();
  });
  afterAll(() => asked.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bounces-'));
    return () => rm(folder, { recursive: true });
  });

  it('marks whose letters came back, once, and they get no more until their contact changes', async () => {
    await asked.only({ 'mend-and-natter': 121 });
    await asked.ask();
    await writeFile(join(folder, '1.eml'), report({ messageId: asked.sent[0]?.id }));
    await writeFile(join(folder, '2.eml'), report({ messageId: letter }));
    await writeFile(join(folder, '3.EML'), 'Subject: hello\r\n\r\nhello');
    await writeFile(join(folder, 'notes.txt'), 'not mail');
    expect(await takeBounces(asked.deps, folder)).toEqual({ bounced: 1, others: 2, unread: [] });
    expect(await takeBounces(asked.deps, folder)).toMatchObject({ bounced: 1 });
    expect(await asked.deps.db.query('bounces', 'select code from bounced_contacts')).toEqual([{ code: '5.1.1' }]);
    asked.clock.pass(28 * dayMs);
    expect(await asked.ask()).toBe(0);
    await asked.deps.db.query('moves', `update assets set contact_email = 'moved@example.org' where slug = 'mend-and-natter'`);
    expect(await asked.ask()).toBe(1);
  });

  it('that is not there is told in a sentence', async () => {
    await expect(takeBounces(asked.deps, join(folder, 'none'))).rejects.toThrow(/There is no folder .* please name/);
  });
});

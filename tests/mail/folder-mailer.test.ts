import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderMailer } from '../../api/mail/folder-mailer.ts';
import { sweepSavedMail } from '../../api/mail/sweep-saved-mail.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'open-door-mail-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const mail = {
  to: 'dee@example.org',
  subject: 'Drws agored: tŷ',
  text: 'Please confirm:\n\nhttps://open-door.example.org/confirm/abc\n\nDiolch',
};

function open(folder = join(parent, 'mail'), tellsLinks = true) {
  const logged: [object, string][] = [];
  const mailer = createFolderMailer({
    folder,
    from: 'Open Door <hello@example.org>',
    tellsLinks,
    log: { info: (details, message) => logged.push([details, message]) },
  });
  return { mailer, folder, logged };
}

test('each message becomes a file that a mail program opens, for its owner alone', async () => {
  const { mailer, folder } = open();
  await mailer.send(mail);
  await mailer.send(mail);
  const files = readdirSync(folder);
  expect(files).toHaveLength(2);
  const file = join(folder, files[0] ?? '');
  expect(file).toMatch(/\.eml$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^From: Open Door <hello@example\.org>$/m);
  expect(text).toMatch(/^To: dee@example\.org$/m);
  expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(text).toContain('https://open-door.example.org/confirm/abc');
});

test('the links are logged, the reader is not', async () => {
  const { mailer, logged } = open();
  await mailer.send(mail);
  expect(logged).toEqual([
    [
      { file: expect.stringMatching(/\.eml$/), links: ['https://open-door.example.org/confirm/abc'] },
      'Mail saved; set SMTP_URL to send it',
    ],
  ]);
  expect(JSON.stringify(logged)).not.toContain('dee@');
});

test.each([
  [true, ['Mail saved, “Drws agored: tŷ”: https://open-door.example.org/confirm/abc']],
  [false, []],
])('whoever started the program reads each link on a line of its own, where links are told: %s', async (tellsLinks, lines) => {
  const printed: string[] = [];
  const logged: object[] = [];
  const mailer = createFolderMailer({
    ...{ folder: join(parent, 'mail'), from: 'hello@example.org', tellsLinks },
    print: (line) => printed.push(line),
    log: { info: (details) => logged.push(details) },
  });
  await mailer.send(mail);
  expect(printed).toEqual(lines);
  expect(JSON.stringify(logged)).not.toContain('confirm');
});

test('no link is logged on an installation of somebody’s own', async () => {
  const { mailer, logged } = open(undefined, false);
  await mailer.send(mail);
  expect(JSON.stringify(logged)).not.toContain('confirm');
});

test('a line end in a subject starts no header of its own', async () => {
  const { mailer, folder } = open();
  await mailer.send({ ...mail, subject: 'Hello\r\nBcc: everyone@example.org' });
  expect(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')).not.toMatch(/^Bcc:/m);
});

test('a letter goes once its day is past, and not a day before', async () => {
  const { mailer, folder } = open();
  await mailer.send({ ...mail, deleteOn: '2026-01-31' });
  await mailer.send(mail);
  writeFileSync(join(folder, 'of-somebody-else.eml'), '');
  expect(await sweepSavedMail(folder, '2026-01-30')).toBe(0);
  expect(await sweepSavedMail(folder, '2026-01-31')).toBe(1);
  expect(await sweepSavedMail(folder, '2999-01-01')).toBe(1);
  expect(readdirSync(folder)).toEqual(['of-somebody-else.eml']);
});

test('ping rejects when the folder cannot be made', async () => {
  const { mailer } = open();
  await expect(mailer.ping()).resolves.toBeUndefined();
  writeFileSync(join(parent, 'file'), '');
  await expect(open(join(parent, 'file', 'mail')).mailer.ping()).rejects.toThrow();
});

import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { refusalCode } from '../../api/mail/refusal-code.ts';
import { createSmtpMailer } from '../../api/mail/smtp-mailer.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => void server.close()));

const mail = { to: 'dee@example.org', subject: 'Hello', text: 'Come in.' };

test('a message reaches the mail server with sender, receiver and text', async () => {
  const { url, heard } = await mailServer();
  const mailer = createSmtpMailer({ url, from: 'Open Door <hello@example.org>' });
  await mailer.ping();
  await mailer.send(mail);
  const text = heard.join('\n');
  expect(text).toMatch(/^MAIL FROM:<hello@example\.org>/m);
  expect(text).toMatch(/^RCPT TO:<dee@example\.org>/m);
  expect(text).toMatch(/^Subject: Hello$/m);
  expect(text).toContain('Come in.');
});

test('a receiver that the server refuses is told to the caller', async () => {
  const { url } = await mailServer('550 no such person');
  await expect(createSmtpMailer({ url, from: 'hello@example.org' }).send(mail)).rejects.toThrow(/no such person/);
});

test('an address that is refused for good is told from what may pass, and from a server that does not trust us', async () => {
  const codeOf = async (toReceiver: string) => {
    const { url } = await mailServer(toReceiver);
    return createSmtpMailer({ url, from: 'hello@example.org' }).send(mail).catch(refusalCode);
  };
  expect(await codeOf('550 5.1.1 no such person')).toBe('550');
  expect(await codeOf('450 come back later')).toBeNull();
  expect(await codeOf('554 we do not like your address')).toBeNull();
  const away = createSmtpMailer({ url: 'smtp://127.0.0.1:9', from: 'hello@example.org' });
  expect(await away.send(mail).catch(refusalCode)).toBeNull();
});

test('a server that is away is told to the caller', async () => {
  const mailer = createSmtpMailer({ url: 'smtp://127.0.0.1:9', from: 'hello@example.org' });
  await expect(mailer.ping()).rejects.toThrow(/ECONNREFUSED/);
  await expect(mailer.send(mail)).rejects.toThrow(/ECONNREFUSED/);
});

/** Says what RFC 5321 asks for, and no more. */
function mailServer(toReceiver = '250 ok'): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inMessage = false;
    let rest = '';
    const answer = (line: string): string | null => {
      heard.push(line);
      if (inMessage) {
        inMessage = line !== '.';
        return inMessage ? null : '250 taken';
      }
      if (/^RCPT/i.test(line)) return toReceiver;
      if (/^QUIT/i.test(line)) return '221 bye';
      inMessage = /^DATA/i.test(line);
      return inMessage ? '354 go on' : '250 ok';
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = answer(line);
        if (said !== null) socket.write(`${said}\r\n`);
      }
    });
    socket.write('220 test ready\r\n');
  });
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ url: `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, heard });
    });
  });
}

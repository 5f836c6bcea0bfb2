import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Log } from '../deps.ts';
import type { Mailer } from './mailer.ts';
import { messageIdOf } from './message-id.ts';

/** For a newcomer without a mail server: each message becomes an .eml file that any mail program opens, and our links, which stand on lines of their own, are logged. */
export function createFolderMailer({ folder, from, log }: { folder: string; from: string; log: Pick<Log, 'info'> }): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let sent = 0;
  return {
    async send({ id, to, subject, text }) {
      const { message } = await transport.sendMail({ from, to, subject, text, messageId: messageIdOf(id) });
      sent += 1;
      const file = join(folder, nameOf(new Date(), sent));
      await mkdir(folder, { recursive: true });
      // Letters to people: for the owner of the folder alone.
      await writeFile(file, message, { flag: 'wx', mode: 0o600 });
      log.info({ file, links: text.match(/^https?:\/\/\S+$/gm) ?? [] }, 'Mail saved; set SMTP_URL to send it');
    },
    async ping() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    },
  };
}

/** Sorts by time; never the same twice, also with several processes. */
function nameOf(now: Date, count: number): string {
  return `${now.toISOString().replaceAll(':', '-').replace('Z', '')}-${process.pid}-${count}.eml`;
}

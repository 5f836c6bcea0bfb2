import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Log } from '../deps.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import type { Mailer } from './mailer.ts';
import { messageIdOf } from './message-id.ts';

export interface FolderMailOptions {
  folder: string;
  from: string;
  /** Our links, which stand on lines of their own, are told: whoever reads them can sign in with them. */
  tellsLinks: boolean;
  /** Where they are told; else in the log, of which people see as much as its level lets through. */
  print?: ((line: string) => void) | undefined;
  log: Pick<Log, 'info'>;
}

/** For a newcomer without a mail server: each message becomes an .eml file that any mail program opens. */
export function createFolderMailer({ folder, from, tellsLinks, print, log }: FolderMailOptions): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let sent = 0;
  return {
    async send({ id, to, subject, text, deleteOn }) {
      const { message } = await transport.sendMail({ from, to, subject, text, messageId: messageIdOf(id) });
      sent += 1;
      const file = join(folder, nameOf({ now: new Date(), count: sent, deleteOn }));
      await mkdir(folder, { recursive: true });
      // Letters to people: for the owner of the folder alone.
      await writeFile(file, message, { flag: 'wx', mode: 0o600 });
      const links = tellsLinks ? (text.match(/^https?:\/\/\S+$/gm) ?? []) : [];
      if (print) for (const link of links) print(`Mail saved, “${subject.replaceAll(/\p{C}+/gu, ' ')}”: ${link}`);
      log.info({ file, ...(tellsLinks && !print && { links }) }, 'Mail saved; set SMTP_URL to send it');
    },
    async ping() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    },
  };
}

/** Without a day of its own a letter is kept for as long as we promise of any. */
const mostDays = 90;

/** Sorts by time; never the same twice, also with several processes; and says until when it may be kept (`sweep-saved-mail.ts`). */
function nameOf({ now, count, deleteOn }: { now: Date; count: number; deleteOn: string | undefined }): string {
  const time = now.toISOString().replaceAll(':', '-').replace('Z', '');
  return `${time}-${process.pid}-${count}-until-${deleteOn ?? addDays(londonDate(now), mostDays)}.eml`;
}

import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';
import { messageIdOf } from './message-id.ts';

/** Sends through the mail server of `SMTP_URL`. Rejects when it does not take the message; the caller tries again later. */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Mail is text that we write: nothing in it may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }) {
      // Where the server can, it names the letter when it comes back, and sends its head alone.
      const dsn = id ? { id, return: 'headers' as const, notify: 'failure' as const, recipient: to } : undefined;
      await transport.sendMail({ from, to, subject, text, messageId: messageIdOf(id), dsn });
    },
    async ping() {
      await transport.verify();
    },
  };
}

import { askGroups } from '../../api/confirm/ask-groups.ts';
import { noteRefusedLetter } from '../../api/confirm/note-refused-letter.ts';
import type { Mail } from '../../api/mail/mailer.ts';
import { sendWaitingMail } from '../../api/mail/send-waiting-mail.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { movingClock } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';

export const dayMs = 86_400_000;
export const publicUrl = 'https://open-door.example.org';

export interface AskedGroups {
  clock: ReturnType<typeof movingClock>;
  sent: Mail[];
  /** Who is asked, with the days since its last check; everything else was checked just now. */
  only(days: Record<string, number>, contact?: string): Promise<void>;
  /** An hour's turn, and what waits is sent. Answers how many letters were written. */
  ask(): Promise<number>;
  /** The paths of the links in a letter, as they stand there. */
  linksIn(letter: Mail | undefined): string[];
  deps: Awaited<ReturnType<typeof createTestDeps>>;
  close(): Promise<void>;
}

/** The sample district at eleven on a Monday, with a post office that keeps what it is given; `refuse` makes it turn one away. */
export async function openAskedGroups(refuse: (mail: Mail) => Error | null = () => null): Promise<AskedGroups> {
  const clock = movingClock();
  clock.pass(2 * 3_600_000);
  const base = await createTestDeps('sample');
  const sent: Mail[] = [];
  const mailer = {
    async send(mail: Mail) {
      const refusal = refuse(mail);
      if (refusal) throw refusal;
      sent.push(mail);
    },
    ping: async () => undefined,
  };
  const deps = { ...base, clock, mailer };
  return {
    clock,
    sent,
    deps,
    close: base.close,
    async only(days, contact = 'group@example.org') {
      await deps.db.query(
        'check-all',
        `update assets set last_checked_at = $1::timestamptz, last_checked_by = 'group', status = 'published'`,
        [clock.now()],
      );
      for (const [slug, ago] of Object.entries(days))
        await deps.db.query(
          'age-one',
          `update assets set last_checked_at = $2::timestamptz, contact_email = $3::text, contact_name = 'Dee' where slug = $1::text`,
          [slug, new Date(clock.now().getTime() - ago * dayMs), contact],
        );
      await deps.db.query('no-requests', 'delete from confirm_requests');
      await deps.db.query('no-mail', 'delete from mail_outbox');
      const ids = await deps.db.query<{ id: string }>('ids-of', 'select id from assets where slug = any($1::text[])', [Object.keys(days)]);
      await deps.db.transaction((tx) => recordChange(tx, clock.now(), { assetIds: ids.map(({ id }) => id) }));
      sent.length = 0;
    },
    async ask() {
      const written = await askGroups(deps, publicUrl);
      await sendWaitingMail(deps, undefined, noteRefusedLetter(deps));
      return written;
    },
    linksIn: (letter) => (letter?.text.match(/^https:\/\/open-door\.example\.org\S+$/gm) ?? []).map((link) => link.slice(publicUrl.length)),
  };
}

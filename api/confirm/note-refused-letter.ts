import type { Deps } from '../deps.ts';
import type { NoteRefusal } from '../mail/send-waiting-mail.ts';
import { insertBounce } from './confirm-queries.ts';

/** A letter to a group that its mail server does not take: no more go to that address, until the asset names another. */
export const noteRefusedLetter =
  ({ clock }: Pick<Deps, 'clock'>): NoteRefusal =>
  (tx, { letter, code }) =>
    insertBounce(tx, { letter, at: clock.now(), code });

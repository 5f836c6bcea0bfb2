import { findCoordinator } from '../coordinators/find-coordinator.ts';
import type { Deps } from '../deps.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { londonDate, londonInstant } from '../time/london-time.ts';
import { digestLetter } from './digest-letter.ts';
import { letterLanguage } from './letter-words.ts';
import { idOf } from './suggestion-id.ts';
import { coordinatorsToTell, takeUntold } from './telling-queries.ts';

const morning = '07:00';

/** What was too much for letters of its own yesterday: one letter to each coordinator in the morning. Answers how many were written. */
export async function tellTheRest(deps: Pick<Deps, 'db' | 'clock'>, publicUrl: string): Promise<number> {
  const now = deps.clock.now();
  const today = londonDate(now);
  if (now < londonInstant(today, morning)) return 0;
  const dayBegan = londonInstant(today, '00:00');
  let written = 0;
  for (const slug of await coordinatorsToTell(deps.db, dayBegan)) {
    const coordinator = await findCoordinator(deps, slug).catch(() => null);
    // Whoever has gone, or has no address any more, cannot be told.
    if (!coordinator?.email) continue;
    const { email, first_name: firstName, languages } = coordinator;
    await deps.db.transaction(async (tx) => {
      const untold = await takeUntold(tx, { coordinator: slug, dayBegan, today });
      const [first] = untold;
      if (!first) return;
      const deleteOn = untold.map(({ delete_on }) => delete_on).reduce((one, other) => (one < other ? one : other));
      await queueMail(
        tx,
        {
          ...{ id: idOf(['digest', slug, today]), to: email },
          ...digestLetter(untold, { firstName, language: letterLanguage(languages) }, { publicUrl, deleteOn }),
        },
        { now, deleteOn },
      );
      written += 1;
    });
  }
  return written;
}

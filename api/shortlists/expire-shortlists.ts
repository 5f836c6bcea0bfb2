import type { Deps } from '../deps.ts';
import { deleteExpiredBefore, emptyExpired } from './shortlist-queries.ts';

type ExpireDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

const hourMs = 3_600_000;
/** For so long a code whose time is up is not given to anyone else. */
const restMs = 92 * 24 * hourMs;

/** Lets go of shortlists whose time is up, every hour. Answers how to stop. */
export function expireShortlists(deps: ExpireDeps): { stop(): void } {
  let stopped = false;
  const expire = () => {
    letGo(deps).catch((error: unknown) => {
      if (!stopped) deps.log.error({ err: error }, 'shortlists whose time is up could not be let go; trying again in an hour');
    });
  };
  expire();
  const timer = setInterval(expire, hourMs);
  timer.unref();
  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

/** What they held goes at once, the bare codes later. */
export async function letGo({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await emptyExpired(db, now);
  await deleteExpiredBefore(db, new Date(now.getTime() - restMs));
}

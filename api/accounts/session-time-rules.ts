const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Without a visit for so long, a session is over. */
const restDays = 30;
/** However often they come. */
const longestDays = 90;

/** A visit is written down once in an hour. */
export const isWorthNoting = (lastSeenAt: Date, now: Date): boolean => now.getTime() - lastSeenAt.getTime() >= hourMs;

/** When a session that is used now will be over. */
export const expiryOf = (madeAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + restDays * dayMs, madeAt.getTime() + longestDays * dayMs));

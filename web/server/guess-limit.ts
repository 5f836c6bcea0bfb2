/** Begins an asking by `who`, and answers how to say that it was no miss. Throws a 429 for who has missed too often. */
export type GuessLimit = (who: string) => () => void;

const minuteMs = 60_000;

/**
 * Turns away for the rest of a minute whoever guessed wrong too often in it, right guesses too: else a guess would still be told from the
 * others. Each asking counts as a miss until it is known to be none, so that none slip by at once.
 */
export function createGuessLimit({ missesAMinute, now }: { missesAMinute: number; now(): Date }): GuessLimit {
  let minute = 0;
  let misses = new Map<string, number>();
  return (who) => {
    const current = Math.floor(now().getTime() / minuteMs);
    if (current !== minute) [minute, misses] = [current, new Map()];
    const counted = misses;
    const before = counted.get(who) ?? 0;
    if (before >= missesAMinute) throw Object.assign(new Error('missed too often'), { statusCode: 429 });
    counted.set(who, before + 1);
    return () => void counted.set(who, (counted.get(who) ?? 1) - 1);
  };
}

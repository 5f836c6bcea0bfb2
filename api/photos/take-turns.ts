/** Lets `atOnce` works be done at the same time, and `mostWaiting` wait for it; one more is not begun at all, and null is answered. */
export function takeTurns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    if (busy >= atOnce) {
      if (waiting.length >= mostWaiting) return null;
      // Whoever is done hands the turn on, so that nobody comes between.
      await new Promise<void>((begin) => waiting.push(begin));
    } else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

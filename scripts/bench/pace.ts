import { type Figure, percentile } from './figures.ts';

export interface Pace {
  /** So many are done by now. */
  reach(done: number): void;
  figures(named: string): Figure[];
}

const everyMs = 5_000;
const megabyte = 1_048_576;

/** How quickly something long goes on, and whether it takes more and more memory; told every few seconds. */
export function watchPace(count: number, say: (line: string) => void, what: string): Pace {
  const started = performance.now();
  const memory: { done: number; bytes: number }[] = [];
  let [told, last] = [started, started];
  const rate = (done: number) => Math.round(done / ((last - started) / 1_000));
  return {
    reach(done) {
      last = performance.now();
      memory.push({ done, bytes: process.memoryUsage.rss() });
      if (last - told < everyMs) return;
      told = last;
      say(
        `  ${whole(done)} of ${whole(count)} ${what}, ${whole(rate(done))} a second, ${whole(Math.round((memory.at(-1)?.bytes ?? 0) / megabyte))} MB`,
      );
    },
    figures(named) {
      const rated: Figure = { what: `${named}: ${what} a second`, figure: rate(count), budget: 1_000, unit: '', atLeast: true };
      const most = (from: number, to: number) =>
        percentile(
          memory.filter(({ done }) => done > from * count && done <= to * count).map(({ bytes }) => bytes),
          0.9,
        );
      // Batches come and go; what grows with the count shows between the first fifth and the last, where there are batches enough.
      const growth = most(0.8, 1) / most(0, 0.2);
      const grown: Figure = {
        what: `${named}: ${what}, memory of the last fifth beside the first`,
        figure: growth,
        budget: 1.5,
        unit: '×',
      };
      return Number.isNaN(growth) ? [rated] : [rated, grown];
    },
  };
}

const whole = (number: number) => number.toLocaleString('en-GB');

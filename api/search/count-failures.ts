import type { AskedIndex } from './asset-index.ts';

/** Counts how often readers' questions were not answered: whoever answered them instead may have had to say so. */
export function countFailures(index: AskedIndex): { index: AskedIndex; failures(): number } {
  let failures = 0;
  const counted = <Result>(asked: Promise<Result>): Promise<Result> => {
    asked.catch(() => {
      failures += 1;
    });
    return asked;
  };
  return {
    index: {
      ...index,
      search: (query) => counted(index.search(query)),
      points: (query) => counted(index.points(query)),
      named: (query) => counted(index.named(query)),
    },
    failures: () => failures,
  };
}

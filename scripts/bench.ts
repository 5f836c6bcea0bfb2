import { loadavg } from 'node:os';
import { figureLine, isKept } from './bench/figures.ts';
import { benchSearch } from './bench/search-bench.ts';
import { benchWeight } from './bench/weight-bench.ts';

/** `npm run bench [-- 10000 100000]`: figure, budget and verdict; the exit code tells whether all budgets are kept. */
const counts = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0);
const say = (line: string) => process.stdout.write(`${line}\n`);

const figures = [];
for (const count of counts.length > 0 ? counts : [10_000, 100_000]) figures.push(...(await benchSearch(count, say)));
figures.push(...(await benchWeight()));
say('');
for (const figure of figures) say(figureLine(figure));
say(`\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}; on a busy machine times say little.`);
if (!figures.every(isKept)) process.exitCode = 1;

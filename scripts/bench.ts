import { loadavg } from 'node:os';
import { readBenchArguments } from './bench/bench-arguments.ts';
import { benchDesk } from './bench/desk-bench.ts';
import { figureLine, isKept } from './bench/figures.ts';
import { benchHot } from './bench/hot-bench.ts';
import { benchRelevance } from './bench/relevance-bench.ts';
import { benchSearch } from './bench/search-bench.ts';
import { benchWeight } from './bench/weight-bench.ts';

/** `npm run bench [-- 10000 100000] [--only search]`: figure, budget and verdict; the exit code tells whether all budgets are kept. */
const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key } = process.env;
const { counts, deskCounts, parts } = readBenchArguments(process.argv.slice(2));
const say = (line: string) => process.stdout.write(`${line}\n`);

const figures = [];
if (parts.has('search') || parts.has('map') || parts.has('pages'))
  for (const count of counts) figures.push(...(await benchSearch(count, parts, say)));
if (parts.has('hot')) figures.push(...(await benchHot(say)));
if (parts.has('desk')) for (const count of deskCounts) figures.push(...(await benchDesk(count, say)));
if (parts.has('relevance')) figures.push(...(await benchRelevance({ url, key }, say)));
if (parts.has('weight')) figures.push(...(await benchWeight()));
say('');
for (const figure of figures) say(figureLine(figure));
say(`\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}; on a busy machine times say little.`);
if (!figures.every(isKept)) process.exitCode = 1;

import { loadavg } from 'node:os';
import { readBenchArguments, searchParts } from './bench/bench-arguments.ts';
import { benchDesk } from './bench/desk-bench.ts';
import { type Figure, figureLine, isKept } from './bench/figures.ts';
import { benchPhone } from './bench/phone-bench.ts';
import { benchRelevance } from './bench/relevance-bench.ts';
import { keepResults, machine } from './bench/results.ts';
import { benchSearch } from './bench/search-bench.ts';
import { benchStart } from './bench/start-bench.ts';
import { benchWeight } from './bench/weight-bench.ts';

/** `npm run bench [-- 10000 100000] [--only search] [--keep] [--stand FOLDER]`: figure, budget and verdict; the exit code tells whether all budgets are kept. */
const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key, CHROMIUM_PATH: chromium } = process.env;
const { counts, deskCounts, parts, keep, folder } = readBenchArguments(process.argv.slice(2));
const say = (line: string) => process.stdout.write(`${line}\n`);
const [measured, load] = [new Date().toISOString().slice(0, 10), loadavg()[0] ?? 0];

const figures: Figure[] = [];
if (searchParts.some((part) => parts.has(part)))
  for (const count of counts) figures.push(...(await benchSearch(count, { parts, meili: { url, key }, folder, say })));
if (parts.has('desk')) for (const count of deskCounts) figures.push(...(await benchDesk(count, say)));
if (parts.has('relevance')) figures.push(...(await benchRelevance({ url, key }, say)));
if (parts.has('weight')) figures.push(...(await benchWeight()));
if (parts.has('start')) figures.push(...(await benchStart(say)));
if (parts.has('phone')) figures.push(...(await benchPhone(chromium, say)));
say('');
for (const figure of figures) say(figureLine(figure));
say(`\nLoad of the machine before: ${load.toFixed(1)}, at the end: ${loadavg()[0]?.toFixed(1)}; on a busy machine times say little.`);
if (keep) keepResults(figures, { machine: machine(), measured, load });
if (!figures.every(isKept)) process.exitCode = 1;

import { parseArgs } from 'node:util';

export const benchParts = ['search', 'meilisearch', 'map', 'pages', 'http', 'desk', 'relevance', 'weight', 'start', 'phone'] as const;
export type BenchPart = (typeof benchParts)[number];

/** Those that need a place of synthetic listings. */
export const searchParts: readonly BenchPart[] = ['search', 'meilisearch', 'map', 'pages', 'http'];

export interface BenchArguments {
  /** How many listings to search among, each in a database of its own. */
  counts: number[];
  /** How many the desk keeps. */
  deskCounts: number[];
  parts: ReadonlySet<BenchPart>;
  /** Whether the figures are kept in tests/bench. */
  keep: boolean;
  /** Where places of listings stand from one run to the next; null: they are made anew. */
  folder: string | null;
}

/** `[10000 100000] [--only PART]… [--keep] [--stand FOLDER]`; without them, everything. Throws for what it does not know. */
export function readBenchArguments(args: string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, keep: { type: 'boolean', default: false }, stand: { type: 'string' } },
  });
  const counts = positionals.map(Number);
  if (!counts.every((count) => Number.isInteger(count) && count > 0)) throw new Error(`How many listings is “${positionals.join(' ')}”?`);
  const only = values.only?.map(partNamed) ?? benchParts;
  const given = counts.length > 0;
  return {
    counts: given ? counts : [10_000, 100_000],
    deskCounts: given ? counts : [50_000],
    parts: new Set(only),
    keep: values.keep,
    folder: values.stand ?? null,
  };
}

function partNamed(name: string): BenchPart {
  const part = benchParts.find((known) => known === name);
  if (!part) throw new Error(`There is no “${name}” to measure; there are ${benchParts.join(', ')}`);
  return part;
}

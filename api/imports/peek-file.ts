import { open } from 'node:fs/promises';
import type { KeptType } from './kept-files.ts';
import { readRecords, type SourceRecord } from './read-records.ts';

export interface PeekedFile {
  columns: string[];
  /** The first rows, by column. */
  rows: Record<string, string>[];
  total: number;
  delimiter: string;
}

const rowsShown = 5;
/** Features need not all have the same properties. */
const featuresLooked = 50;

/** Reads a file to its end: its columns, its first rows, and how many there are. Rejects with a StartError when it cannot be read as a whole. */
export async function peekFile(path: string, type: KeptType): Promise<PeekedFile> {
  const delimiter = type === 'csv' ? await guessDelimiter(path) : ',';
  const columns = new Set<string>();
  const rows: Record<string, string>[] = [];
  let total = 0;
  for await (const record of readRecords(path, { type, delimiter })) {
    total++;
    if (total <= featuresLooked) for (const column of Object.keys(record.cells)) if (isColumn(column)) columns.add(column);
    if (rows.length < rowsShown && !record.fault) rows.push(shown(record));
  }
  return { columns: [...columns], rows, total, delimiter };
}

/** Braces and bars have a meaning of their own in mappings. */
const isColumn = (name: string) => name !== '' && !/[{}|]/.test(name);

const shown = ({ cells }: SourceRecord) => Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell.slice(0, 120)]));

/** Of the three in use, the one that the first line has most of. */
async function guessDelimiter(path: string): Promise<string> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) {
      const count = (sign: string) => line.split(sign).length;
      return [',', ';', '\t'].sort((one, other) => count(other) - count(one))[0] ?? ',';
    }
    return ',';
  } finally {
    await file.close();
  }
}

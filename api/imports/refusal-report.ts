import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { csvLine } from './csv-rules.ts';
import type { SourceRecord } from './read-records.ts';

/** Where every row that was not taken is told, with the reason and what it said. */
export interface RefusalReport {
  add(file: string, record: SourceRecord, reason: string): void;
  /** How often each reason was given, most often first; names and numbers in it taken as one. */
  reasons(): { reason: string; rows: number }[];
  /** The file that was written; null when nothing was refused. */
  close(): Promise<string | null>;
}

const longestCell = 300;

/** Makes the file with the first row that is refused; `path` null keeps count only. */
export function createRefusalReport(path: string | null): RefusalReport {
  const counts = new Map<string, number>();
  let file: WriteStream | null = null;
  return {
    add(name, record, reason) {
      const kind = reason.replace(/“[^”]*”/g, '“…”').replace(/\(.*\)|-?\d+(\.\d+)?/g, '…');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (path === null) return;
      file ??= begin(path);
      file.write(csvLine([name, record.line, reason, describe(record)]));
    },
    reasons: () => [...counts].map(([reason, rows]) => ({ reason, rows })).sort((one, other) => other.rows - one.rows),
    async close() {
      if (!file) return null;
      file.end();
      await once(file, 'close');
      return path;
    },
  };
}

function begin(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  file.write(csvLine(['file', 'line', 'reason', 'values']));
  return file;
}

function describe(record: SourceRecord): string {
  return Object.entries(record.cells)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `${column}: ${value.slice(0, longestCell)}`)
    .join('; ');
}

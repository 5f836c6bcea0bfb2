import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../errors.ts';
import { csvLine } from './csv-rules.ts';
import type { SourceRecord } from './read-records.ts';

/** Where every row that was not taken is told, with the reason and what it said. */
export interface RefusalReport {
  /** Throws a `StartError` when the disk takes no more. */
  add(file: string, record: SourceRecord, reason: string): void;
  /** How often each reason was given, most often first; names and numbers in it taken as one. */
  reasons(): { reason: string; rows: number }[];
  /** The file that was written; null when nothing was refused. */
  close(): Promise<string | null>;
}

const longestCell = 300;

/**
 * Opens the file at once, so that a place where none can be is told before the work: throws a `StartError`. What stood there goes with the
 * first row that is refused; where nothing was refused, no file is left that was not there before. `path` null keeps count only.
 */
export function createRefusalReport(path: string | null): RefusalReport {
  const counts = new Map<string, number>();
  const file = path === null ? null : openFile(path);
  return {
    add(name, record, reason) {
      const kind = reason.replace(/“[^”]*”/g, '“…”').replace(/\(.*\)|-?\d+(\.\d+)?/g, '…');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      file?.write(csvLine([name, record.line, reason, describe(record)]));
    },
    reasons: () => [...counts].map(([reason, rows]) => ({ reason, rows })).sort((one, other) => other.rows - one.rows),
    close: async () => (file?.close() ? path : null),
  };
}

function openFile(path: string): { write(line: string): void; close(): boolean } {
  const isNew = !existsSync(path);
  const descriptor = orRefuse(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'a');
  });
  let isWritten = false;
  return {
    write(line) {
      orRefuse(path, () => {
        if (!isWritten) {
          ftruncateSync(descriptor);
          writeSync(descriptor, csvLine(['file', 'line', 'reason', 'values']));
          isWritten = true;
        }
        writeSync(descriptor, line);
      });
    },
    close() {
      closeSync(descriptor);
      if (!isWritten && isNew) rmSync(path, { force: true });
      return isWritten;
    },
  };
}

function orRefuse<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+( '.*')?$/, '') : String(error);
    throw new StartError(`The report of refused rows cannot be written to ${path} (${reason}); please name another file with --report.`, {
      cause: error,
    });
  }
}

function describe(record: SourceRecord): string {
  return Object.entries(record.cells)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `${column}: ${value.slice(0, longestCell)}`)
    .join('; ');
}

import { rowReason } from '../contract/row-reason.ts';
import { noteSeen } from './import-queries.ts';
import type { ImportRun } from './import-run.ts';
import type { SourceRecord } from './read-records.ts';

/** Refuses rows whose id was read before in the same file, naming the line; the first one counts. */
export async function refuseRepeats<Row extends { sourceId: string; record: SourceRecord }>(
  run: ImportRun,
  rows: Row[],
  idOf: (row: Row) => string = (row) => row.sourceId,
): Promise<Row[]> {
  const before = new Map(
    (
      await noteSeen(
        run.tx,
        rows.map((row) => ({ source_id: idOf(row), line: row.record.line })),
      )
    ).map((row) => [row.source_id, row.line]),
  );
  return rows.filter((row) => {
    const line = before.get(idOf(row));
    if (line === undefined) before.set(idOf(row), row.record.line);
    else run.refuse(row.record, rowReason('repeat', { id: idOf(row).slice(0, 80), line }));
    return line === undefined;
  });
}

import type { By } from '../assets/save-asset.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { RowOutcome } from '../contract/import-run.ts';
import { rowReason } from '../contract/row-reason.ts';
import type { Queryable } from '../db/database.ts';
import type { Values } from './field-rules.ts';
import { holds } from './field-rules.ts';
import type { Mapping } from './mapping-format.ts';
import type { SourceRecord } from './read-records.ts';

export interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Left to another step that reads the same file. */
  elsewhere: number;
  /** Of those taken: with a place on the map, and kept with no fixed place. */
  located: number;
  unlocated: number;
}

/** One file on its way in: what every kind of import is given. */
export interface ImportRun {
  tx: Queryable;
  now: Date;
  records: AsyncIterable<SourceRecord>;
  counts: ImportCounts;
  /** A dry run works everything out but tells the search nothing: all is rolled back. */
  dry: boolean;
  refuse(record: SourceRecord, reason: string): void;
  progress(read: number): void;
  /** Of an import at the desk; null: by somebody at the machine, who may do everything. */
  watch: RunWatch | null;
}

/** Whose patch an import at the desk may touch, and who is told what became of each row. */
export interface RunWatch {
  /** Whether what is new is shown to everyone at once. */
  publish: boolean;
  /** Whose edit it is where a row is one. */
  by: By;
  may(areaId: string | null): boolean;
  note(record: SourceRecord, fate: RowFate): void;
  /** Between batches: what was noted is written down. */
  flush(): Promise<void>;
}

export interface RowFate {
  outcome: RowOutcome;
  name?: string;
  reason?: string;
  assetId?: string;
  like?: Like | null;
  before?: AssetState;
  version?: number;
}

/** What a new row may be the same as; `id` null: a row of the same file, or one that is not told which. */
export interface Like {
  id: string | null;
  name: string;
}

export interface PreparedRow {
  record: SourceRecord;
  values: Values;
}

export const noCounts = (): ImportCounts => ({
  read: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  elsewhere: 0,
  located: 0,
  unlocated: 0,
});

/** Rows in batches, cleaned; those that cannot be read or that the mapping leaves out are refused on the way. */
export async function* prepareBatches(
  run: ImportRun,
  mapping: Pick<Mapping, 'empty' | 'skip'>,
  size: number,
): AsyncGenerator<PreparedRow[]> {
  const empty = new Set(mapping.empty.map((text) => text.trim().toLowerCase()));
  let batch: PreparedRow[] = [];
  for await (const record of run.records) {
    run.counts.read++;
    const row = prepare(run, mapping.skip, empty, record);
    if (row) batch.push(row);
    if (batch.length >= size) {
      yield batch;
      batch = [];
      run.progress(run.counts.read);
    }
  }
  if (batch.length > 0) yield batch;
  run.progress(run.counts.read);
}

function prepare(run: ImportRun, skip: Mapping['skip'], empty: Set<string>, record: SourceRecord): PreparedRow | null {
  if (record.fault) return refuse(run, record, record.fault);
  const values: Record<string, string> = Object.create(null);
  for (const [column, cell] of Object.entries(record.cells)) {
    const text = cleanCell(cell);
    if (!empty.has(text.toLowerCase())) values[column] = text;
  }
  if (Object.keys(values).length === 0 && !record.geometry) return refuse(run, record, rowReason('empty'));
  const rule = skip.find(({ when }) => holds(when, values));
  if (!rule) return { record, values };
  if (!rule.elsewhere) return refuse(run, record, rule.reason);
  run.counts.elsewhere++;
  return null;
}

function refuse(run: ImportRun, record: SourceRecord, reason: string): null {
  run.refuse(record, reason);
  return null;
}

/** PostgreSQL takes no zero byte and no half of a letter; invisible marks that turn text round have no use in a name. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
    .replace(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .trim();
}

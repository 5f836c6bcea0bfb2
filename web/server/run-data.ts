import type { BulkChoice, BulkFilter, BulkOptions } from '../../api/contract/bulk-filter.ts';
import type { FilePeek, ImportRunView, RowsAsked, RunRowView } from '../../api/contract/import-run.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';

/** Lists brought in, changes to many, and what is taken along. */
export interface RunData {
  /** Keeps a file that was sent; answers the id of its run. A bad request says what is wrong with it. */
  beginImport(viewer: SignedIn, file: { name: string; chunks: AsyncIterable<Uint8Array> }): Promise<string>;
  /** The most that a file may have, in bytes. */
  largestImport: number;
  peekImport(viewer: SignedIn, id: string): Promise<FilePeek>;
  checkImport(viewer: SignedIn, chosen: { id: string; reading: unknown; name: string }): Promise<void>;
  readAgain(viewer: SignedIn, id: string): Promise<void>;
  bringIn(viewer: SignedIn, chosen: { id: string; publish: boolean }): Promise<void>;
  undoRun(viewer: SignedIn, id: string): Promise<void>;
  carryOn(viewer: SignedIn, id: string): Promise<void>;
  runs(viewer: SignedIn): Promise<ImportRunView[]>;
  run(viewer: SignedIn, id: string): Promise<ImportRunView>;
  runRows(viewer: SignedIn, asked: RowsAsked & { id: string; after: number }): Promise<{ rows: RunRowView[]; next: number | null }>;
  runReport(viewer: SignedIn, id: string): Promise<DeskFile>;
  /** A form's raw values. */
  parseBulkFilter(raw: Record<string, unknown>): BulkFilter;
  bulkOptions(viewer: SignedIn): Promise<BulkOptions>;
  chooseAssets(viewer: SignedIn, filter: BulkFilter): Promise<BulkChoice>;
  /** Answers the id of its run. */
  beginBulk(viewer: SignedIn, asked: { filter: BulkFilter; change: unknown; seen: number }): Promise<string>;
  /** `area`: a short name; null: all of the viewer's patch. */
  exportPatch(viewer: SignedIn, asked: { format: 'csv' | 'geojson'; area: string | null }): Promise<DeskFile>;
}

/** Something to take away. */
export interface DeskFile {
  name: string;
  chunks: AsyncIterable<string | Uint8Array>;
}

import { z } from 'zod';
import type { SaidReason } from './row-reason.ts';
import { AssetKind } from './vocabulary.ts';

export const runTypes = ['import', 'bulk'] as const;

/**
 * `reading`: how to read the file is being said. `checking`: a dry run. `checked`: it may be brought in. `working`: it is being done. `undoing`: it is
 * being taken back. `failed`: nothing (of an import) or only a part (of a change to many) was done.
 */
export const runStates = ['reading', 'checking', 'checked', 'working', 'done', 'undoing', 'undone', 'failed'] as const;

/** `waiting`: not yet looked at. `looks-like`: brought in, but it waits, for it may be here already. */
export const rowOutcomes = ['waiting', 'made', 'changed', 'same', 'refused', 'looks-like'] as const;

/** `kept`: somebody has changed or checked it since, so it was left alone. */
export const rowUndone = ['removed', 'put-back', 'kept'] as const;

/** Said of a new row in the place of a reason. */
export const inNoArea = 'lies in no area';

/** What a column of a file may tell of an asset; `id` tells rows apart from file to file. */
export const readableFields = [
  'name',
  'summary',
  'description',
  'id',
  'postcode',
  'address',
  'venue',
  'lat',
  'lng',
  'usually',
  'join',
  'run_by',
  'web',
  'phone',
  'email',
  'contact_name',
] as const;

/** How a file is to be read, as somebody chose it at the desk. */
export const FileReading = z.object({
  kind: AssetKind,
  topics: z.array(z.string().max(60)).max(40),
  columns: z.partialRecord(z.enum(readableFields), z.string().max(200)),
  delimiter: z.string().length(1),
  /** The file is an export of ours: its rows know which asset they are of. */
  ours: z.boolean(),
});

export type RunType = (typeof runTypes)[number];
export type RunState = (typeof runStates)[number];
export type RowOutcome = (typeof rowOutcomes)[number];
export type RowUndone = (typeof rowUndone)[number];
export type ReadableField = (typeof readableFields)[number];
export type FileReading = z.infer<typeof FileReading>;

/** A run as the desk shows it. */
export interface ImportRunView {
  id: string;
  type: RunType;
  state: RunState;
  madeAt: string;
  /** Null: an account that is gone. */
  madeBy: string | null;
  isMine: boolean;
  fileName: string | null;
  sourceName: string | null;
  reading: FileReading | null;
  publish: boolean;
  change: BulkChange | null;
  done: number;
  total: number;
  /** How many rows came to what; zeros are left out. */
  counts: Partial<Record<RowOutcome, number>>;
  undone: Partial<Record<RowUndone, number>>;
  /** Of what is new: how many lie in no area. */
  inNoArea: number;
  problem: string | null;
  /** It can be taken back, today and by whoever asks. */
  mayUndo: boolean;
}

/** What somebody said of a row and what it looks like: they are one, or two. */
export type LikeAnswer = 'one' | 'two';

/** Which rows of a run are asked for. */
export interface RowsAsked {
  outcome: RowOutcome | null;
  undone: RowUndone | null;
}

export interface RunRowView {
  position: number;
  line: number;
  outcome: RowOutcome;
  name: string | null;
  reason: string | null;
  /** The same by its code, for saying it in the reader's language; null: it is told in somebody's own words. */
  said: SaidReason | null;
  /** What it is on the desk; null: it is not there, or not the reader's to open. */
  assetId: string | null;
  /** Its page for everyone; null when it has none. */
  slug: string | null;
  /** What it may be the same as. `id`: the reader may say whether they are one. */
  like: { id: string | null; name: string; slug: string | null; answer: LikeAnswer | null } | null;
  undone: RowUndone | null;
}

/** What a file of the desk's holds, for choosing how to read it. */
export interface FilePeek {
  columns: string[];
  /** The first five rows, column by column. */
  rows: Record<string, string>[];
  total: number;
  /** How lists of this name were read before. */
  remembered: { name: string; reading: FileReading }[];
}

export const bulkActions = ['check', 'add-topic', 'remove-topic', 'pause', 'retire', 'publish'] as const;

/** One change to many assets. */
export const BulkChange = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['check', 'retire', 'publish']) }),
  z.object({ action: z.enum(['add-topic', 'remove-topic']), topic: z.string().min(1).max(60) }),
  z.object({ action: z.literal('pause'), until: z.iso.date() }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

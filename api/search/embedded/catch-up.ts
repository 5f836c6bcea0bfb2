import type { Queryable } from '../../db/database.ts';
import { createSharedLook } from '../../db/shared-look.ts';
import { createListingTable, type ListingTable } from './listing-table.ts';
import { type ChangeLine, currentHorizon, listChanges, listDocuments, loadDocuments } from './row-queries.ts';

const batchSize = 1_000;
/** More changes at once than these are read in the background with everything else, while the table as it stands goes on answering. */
const mostAtOnce = 2_000;
/** Gaps beyond this part of the table are worth reading everything anew. */
const mostGaps = 0.3;
export const keepChangesHours = 24;
const sleptTooLongMs = (keepChangesHours / 2) * 3_600_000;

export interface CaughtUp {
  /** The table with every change that is committed by now. */
  table(): Promise<ListingTable>;
  /** Grows whenever the table changes. */
  version(): number;
}

/**
 * Keeps one process's table right. Before every answer it asks what was committed since: a transaction's changes are noted in
 * `asset_search_changes` by the transaction itself, and read by transaction number, so that one that commits late is not missed.
 */
export function createCatchUp(db: Queryable): CaughtUp {
  let state: State | null = null;
  let version = 0;
  let loading: Promise<State> | null = null;

  function load(): Promise<State> {
    loading ??= readEverything(db)
      .then((loaded) => {
        state = loaded;
        version += 1;
        return loaded;
      })
      .finally(() => {
        loading = null;
      });
    return loading;
  }

  async function catchUp(): Promise<ListingTable> {
    const current = state === null || Date.now() - state.lookedAt > sleptTooLongMs ? await load() : state;
    const lines = await listChanges(db, current.horizon);
    const fresh = lines.filter((line) => line.change !== null && !current.seen.has(line.change));
    const ids = [...new Set(fresh.flatMap((line) => line.document_id ?? []))];
    if (ids.length > mostAtOnce) {
      void load().catch(() => undefined);
      return current.table;
    }
    await apply(db, current.table, ids);
    if (ids.length > 0) version += 1;
    current.horizon = lines[0]?.horizon ?? current.horizon;
    current.seen = changesOf(lines);
    current.lookedAt = Date.now();
    if (current.table.gaps() > 1_000 && current.table.gaps() > current.table.size() * mostGaps) void load().catch(() => undefined);
    return current.table;
  }

  return { version: () => version, table: createSharedLook(catchUp) };
}

interface State {
  table: ListingTable;
  /** Transactions before this one are in the table. */
  horizon: string;
  /** Change lines from the horizon on that are in the table as well. */
  seen: Set<string>;
  lookedAt: number;
}

/** What commits while it reads is found again by the first catching up, since it looked for changes before. */
async function readEverything(db: Queryable): Promise<State> {
  const before = await listChanges(db, await currentHorizon(db));
  const table = createListingTable();
  let batch = await listDocuments(db, '', batchSize);
  while (batch.length > 0) {
    for (const document of batch) table.put(document);
    batch = await listDocuments(db, batch.at(-1)?.id ?? '', batchSize);
  }
  return { table, horizon: before[0]?.horizon ?? '0', seen: changesOf(before), lookedAt: Date.now() };
}

const changesOf = (lines: ChangeLine[]) => new Set(lines.flatMap((line) => line.change ?? []));

async function apply(db: Queryable, table: ListingTable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const documents = await loadDocuments(db, ids);
  const standing = new Set(documents.map((document) => document.id));
  for (const id of ids) if (!standing.has(id)) table.remove(id);
  for (const document of documents) table.put(document);
}

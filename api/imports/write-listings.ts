import { recordRevisions } from '../assets/record-revisions.ts';
import type { Queryable } from '../db/database.ts';
import type { AssetRow, SignpostRow, VenueRow } from './asset-rows.ts';
import type { Written } from './listing-queries.ts';
import {
  importMark,
  insertSignpostRevisions,
  insertVenueRevisions,
  replaceTopics,
  touchAssets,
  upsertAssets,
  upsertSignposts,
  upsertVenues,
} from './listing-queries.ts';

export interface WriteResult {
  added: string[];
  changed: string[];
  /** Of what was added or changed: its id by the source's own. */
  ids: Map<string, string>;
}

/**
 * Adds or changes a batch of assets with their topics and revisions; rows that say nothing new are left alone. `dry`: all of it will be taken
 * back, so nothing is kept for later.
 */
export async function writeAssets(
  tx: Queryable,
  now: Date,
  { source, rows, dry = false }: { source: string; rows: AssetRow[]; dry?: boolean },
): Promise<WriteResult> {
  if (rows.length === 0) return nothing;
  const written = await upsertAssets(tx, rows, now);
  const writtenIds = new Set(written.map((row) => row.id));
  const topicsChanged = (await replaceTopics(tx, rows)).map((row) => row.id).filter((id) => !writtenIds.has(id));
  if (topicsChanged.length > 0) await touchAssets(tx, topicsChanged, now);
  const result = split(written);
  result.changed.push(...topicsChanged);
  if (!dry) await recordRevisions(tx, [...result.added, ...result.changed], { now, madeBy: importMark + source });
  return result;
}

export async function writeVenues(tx: Queryable, now: Date, source: string, rows: VenueRow[]): Promise<WriteResult> {
  if (rows.length === 0) return nothing;
  const result = split(await upsertVenues(tx, rows, now));
  await insertVenueRevisions(tx, [...result.added, ...result.changed], now, importMark + source);
  return result;
}

export async function writeSignposts(tx: Queryable, now: Date, source: string, rows: SignpostRow[]): Promise<WriteResult> {
  if (rows.length === 0) return nothing;
  const result = split(await upsertSignposts(tx, rows, now));
  await insertSignpostRevisions(tx, [...result.added, ...result.changed], now, importMark + source);
  return result;
}

const nothing: WriteResult = { added: [], changed: [], ids: new Map() };

function split(written: Written[]): WriteResult {
  return {
    added: written.filter((row) => row.added).map((row) => row.id),
    changed: written.filter((row) => !row.added).map((row) => row.id),
    ids: new Map(written.map((row) => [row.source_id, row.id])),
  };
}

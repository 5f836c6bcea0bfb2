import { AssetState } from '../contract/asset-state.ts';
import { EventState, SessionState } from '../contract/session-state.ts';
import type { Queryable } from '../db/database.ts';
import { assetSnapshots } from './revision-queries.ts';

type Json = Record<string, unknown>;

/** Many assets as they stand now: what `loadAssetState` answers of one. */
export async function loadAssetStates(db: Queryable, ids: string[]): Promise<Map<string, { version: number; state: AssetState }>> {
  const rows = await assetSnapshots(db, ids);
  return new Map(rows.map(({ id, version, snapshot }) => [id, { version, state: stateFromSnapshot(Object(snapshot)) }]));
}

/** A snapshot is whole rows: what is edited is picked out of them, and times lose their seconds. It was valid when it was written. */
function stateFromSnapshot(snapshot: Json): AssetState {
  const rows = (name: string, shape: object) => list(snapshot[name]).map((row) => pick(withoutSeconds(row), shape));
  const sessions = rows('sessions', SessionState.shape).map((row) => ({ ...row, exceptions: list(row.exceptions).map(withoutSeconds) }));
  return { ...pick(snapshot, AssetState.shape), sessions, events: rows('events', EventState.shape) } as AssetState;
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);

const pick = (row: Json, shape: object): Json => Object.fromEntries(Object.keys(shape).map((key) => [key, row[key] ?? null]));

const withoutSeconds = (row: Json): Json =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, /_time$/.test(key) && typeof value === 'string' ? value.slice(0, 5) : value]),
  );

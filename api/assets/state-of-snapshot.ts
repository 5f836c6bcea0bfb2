import { AssetState, GiftState } from '../contract/asset-state.ts';
import { EventState, SessionState } from '../contract/session-state.ts';

type Json = Record<string, unknown>;

/** What a revision holds, as it is edited: picked out of whole rows, with clocks without seconds. Our own SQL wrote it, valid as it was then. */
export function stateOfSnapshot(snapshot: Json): AssetState {
  const rows = (name: string, shape: object) => list(snapshot[name]).map((row) => pick(withoutSeconds(row), shape));
  const sessions = rows('sessions', SessionState.shape).map((row) => ({ ...row, exceptions: list(row.exceptions).map(withoutSeconds) }));
  const gift = snapshot.gift ? pick(Object(snapshot.gift), GiftState.shape) : null;
  return { ...pick(snapshot, AssetState.shape), sessions, events: rows('events', EventState.shape), gift } as AssetState;
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);

const pick = (row: Json, shape: object): Json => Object.fromEntries(Object.keys(shape).map((key) => [key, row[key] ?? null]));

const withoutSeconds = (row: Json): Json =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, /_time$/.test(key) && typeof value === 'string' ? value.slice(0, 5) : value]),
  );

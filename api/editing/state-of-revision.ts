import { stateOfSnapshot } from '../assets/state-of-snapshot.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { openState } from './open-asset.ts';
import { type RevisionRow, revisionBefore, revisionOf, revisionOfVersion, stillThere } from './revision-queries.ts';

/** What an asset was at a version; null where that was not kept. Throws as opening it does. */
export async function stateOfVersion(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  id: string,
  version: number,
): Promise<AssetState | null> {
  const standing = await openState(deps, viewer, id);
  const revision = await revisionOfVersion(deps.db, standing.id, version);
  return revision && stateOfRevision(deps.db, revision);
}

/** What an asset was at one of its revisions. Throws not-found. */
export async function stateAtRevision(db: Queryable, assetId: string, revisionId: number): Promise<AssetState> {
  const revision = await revisionOf(db, assetId, revisionId);
  if (!revision) throw notFound('That is no moment of this one’s history.');
  return stateOfRevision(db, revision);
}

/** What an asset was before one of its revisions, and by which; null: that was its first. */
export async function stateBefore(
  db: Queryable,
  assetId: string,
  revisionId: number,
): Promise<{ revision: number; state: AssetState } | null> {
  const before = await revisionBefore(db, assetId, revisionId);
  return before && { revision: before.id, state: await stateOfRevision(db, before) };
}

/** A revision as a state that may be saved again: areas, venues, topics and people that are no more are left out. */
export async function stateOfRevision(db: Queryable, { snapshot }: RevisionRow): Promise<AssetState> {
  const state = stateOfSnapshot(snapshot);
  const venues = [state.venue_id, ...[...state.sessions, ...state.events].map(({ venue_id }) => venue_id)];
  const there = await stillThere(db, {
    areas: given([state.area_id]),
    venues: given(venues),
    topics: state.topics,
    coordinators: given([state.gift?.introduced_by ?? null]),
  });
  const kept = (id: string | null) => (id !== null && there.has(id) ? id : null);
  return {
    ...state,
    area_id: kept(state.area_id),
    venue_id: kept(state.venue_id),
    topics: state.topics.filter((topic) => there.has(topic)),
    sessions: state.sessions.map((session) => ({ ...session, venue_id: kept(session.venue_id) })),
    events: state.events.map((event) => ({ ...event, venue_id: kept(event.venue_id) })),
    gift: state.gift && { ...state.gift, introduced_by: kept(state.gift.introduced_by) },
  };
}

const given = (ids: (string | null)[]) => ids.filter((id) => id !== null);

import { requireRight } from '../accounts/require-right.ts';
import type { StandingAsset } from '../assets/load-asset-state.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { type AssetPart, assetPartNames, withParts } from '../contract/asset-parts.ts';
import type { AssetState } from '../contract/asset-state.ts';
import { listParts, type MergeChoice, type OpenedPair } from '../contract/desk-pairs.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { keepStanding } from '../editing/keep-standing.ts';
import { loadNames } from '../editing/load-names.ts';
import { openState } from '../editing/open-asset.ts';
import { standingState } from '../editing/standing-state.ts';
import { badRequest, EditedMeanwhile } from '../errors.ts';
import { insertRedirect, lastRevisionId, leadOn, moveBelongings } from './merge-queries.ts';

type MergeDeps = Pick<Deps, 'db' | 'clock'>;

/** Two assets side by side. Throws not-found and not-yours. */
export async function openPair(deps: MergeDeps, viewer: SignedIn, ids: [string, string]): Promise<OpenedPair> {
  const [one, other] = [await openToMerge(deps, viewer, ids[0]), await openToMerge(deps, viewer, ids[1])];
  const [ofOne, ofOther, names] = await Promise.all([
    standingState(deps, one.id),
    standingState(deps, other.id),
    loadNames(deps.db, [one.state, other.state]),
  ]);
  return { one: { ...one, shownAs: ofOne }, other: { ...other, shownAs: ofOther }, names };
}

/**
 * Makes one of two: the one that stays gets the chosen parts, the other one counts as closed and its addresses lead on. Both were at these
 * versions, else edited-meanwhile. Answers the id of the one that stays.
 */
export async function mergeAssets(deps: MergeDeps, viewer: SignedIn, choice: MergeChoice): Promise<string> {
  if (choice.keptId === choice.mergedId) throw badRequest([{ field: 'keptId', detail: 'is the same as the other' }]);
  const kept = await openToMerge(deps, viewer, choice.keptId);
  const merged = await openToMerge(deps, viewer, choice.mergedId);
  const state = chosenState(kept.state, merged.state, choice);
  for (const [standing, version] of [
    [kept, choice.keptVersion],
    [merged, choice.mergedVersion],
  ] as const)
    if (standing.version !== version) throw new EditedMeanwhile({ theirs: standing, yours: state });
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await keepStanding(tx, kept, now);
    await keepStanding(tx, merged, now);
    const before = { keptRevision: await lastRevisionId(tx, kept.id), mergedRevision: await lastRevisionId(tx, merged.id) };
    const closed: AssetState = { ...merged.state, status: 'closed' };
    await saveAsset(tx, now, { state, by: viewer, of: { id: kept.id, version: kept.version } });
    await saveAsset(tx, now, { state: closed, by: viewer, of: { id: merged.id, version: merged.version } });
    await leadOn(tx, { from: merged.id, to: kept.id });
    await insertRedirect(tx, {
      mergedId: merged.id,
      keptId: kept.id,
      ...before,
      leftRevision: await lastRevisionId(tx, kept.id),
      now,
      accountId: viewer.accountId,
    });
    await moveBelongings(tx, { from: merged.id, to: kept.id });
  });
  return kept.id;
}

async function openToMerge(deps: MergeDeps, viewer: SignedIn, id: string): Promise<StandingAsset> {
  const standing = await openState(deps, viewer, id);
  await requireRight(deps, viewer, 'asset.merge', standing.state.area_id);
  return standing;
}

function chosenState(kept: AssetState, merged: AssetState, { fromMerged, fromBoth }: MergeChoice): AssetState {
  const named = (names: string[]): AssetPart[] => assetPartNames.filter((part) => names.includes(part));
  const fresh: AssetState = {
    ...merged,
    // Times of the other asset become new ones here: its own stay its own, for the way back.
    sessions: merged.sessions.map((session) => ({ ...session, id: null, venue_id: session.venue_id ?? elsewhere(kept, merged) })),
    events: merged.events.map((event) => ({ ...event, id: null, venue_id: event.venue_id ?? elsewhere(kept, merged) })),
  };
  const state = withParts(kept, fresh, named(fromMerged));
  const both = listParts.filter((part) => fromBoth.includes(part));
  return { ...state, ...Object.fromEntries(both.map((part) => [part, joined(part, kept, fresh)])) };
}

const elsewhere = (kept: AssetState, merged: AssetState) => (kept.venue_id === merged.venue_id ? null : merged.venue_id);

function joined(part: (typeof listParts)[number], kept: AssetState, merged: AssetState): unknown[] {
  const all: unknown[] = [...kept[part], ...merged[part]];
  const isPlain = part === 'topics' || part === 'languages' || part === 'access';
  if (!isPlain) return all;
  return part === 'topics' ? [...new Set(all)].sort() : [...new Set(all)];
}

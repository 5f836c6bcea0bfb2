import { requireRight } from '../accounts/require-right.ts';
import { saveAsset } from '../assets/save-asset.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { AlikeAtDesk, NewAsset } from '../contract/desk-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { findLookAlikes } from '../duplicates/find-look-alikes.ts';
import { listPatch } from './list-patch.ts';
import { pointOf } from './point-of.ts';
import { holdsPrivate } from './private-rules.ts';
import { areaOf } from './warn-of-edit.ts';

/** Begins an asset: a draft that nobody sees, to be written on. Answers its id. Throws not-yours. */
export async function startAsset(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, begun: NewAsset): Promise<string> {
  const state = draftOf(begun, await areaWhere(deps, begun));
  await requireRight(deps, viewer, 'asset.draft', state.area_id);
  if (holdsPrivate(state)) await requireRight(deps, viewer, 'private.read', state.area_id);
  const { id } = await deps.db.transaction((tx) => saveAsset(tx, deps.clock.now(), { state, by: viewer, of: null }));
  return id;
}

/** In whose area it will lie: that where it is, else the one that was chosen. */
export const areaWhere = ({ db }: Pick<Deps, 'db'>, begun: NewAsset): Promise<string | null> => areaOf(db, draftOf(begun, begun.area_id));

/** What is here already and may be the same: as everyone finds it, and in this viewer's patch what nobody else sees. */
export async function findAlikeAtDesk(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, begun: NewAsset): Promise<AlikeAtDesk[]> {
  const point = await pointOf(deps.db, draftOf(begun, null));
  const [shown, patch] = await Promise.all([
    findLookAlikes(deps, { name: begun.name, venueId: begun.venue_id, point, phone: null, web: null }),
    listPatch(deps, viewer, { words: begun.name, state: null, area: null, after: null }),
  ]);
  const unseen = patch.items.filter(({ state }) => ['draft', 'paused', 'retired', 'lapsed'].includes(state)).slice(0, mostUnseen);
  return [
    ...shown.map(({ listing: { id, slug, name, name_cy, summary, area } }) => ({
      ...{ id, slug, name, name_cy, summary, state: null },
      opens: viewer.role === 'steward' || viewer.areas.some((mine) => mine.slug === area?.slug),
    })),
    ...unseen.map(({ id, name, name_cy, state, opens }) => ({ id, slug: null, name, name_cy, summary: null, state, opens })),
  ];
}

const mostUnseen = 4;

/** Nothing is said of it yet but this; a neighbour's gift keeps its place from everyone. */
const draftOf = ({ name, kind, venue_id, lat, lng }: NewAsset, area_id: string | null): AssetState => ({
  ...{ kind, status: 'draft', name, name_cy: null, summary: '', summary_cy: null, description: null, description_cy: null, topics: [] },
  ...{ area_id, venue_id, lat, lng, point_privacy: kind === 'people' ? 'private' : 'public' },
  ...{ cost_type: 'unknown', cost_pence: null, cost_note: null, languages: ['en'], access: [] },
  ...{ how_to_join: null, just_turn_up: null, bring_someone: null, greeter: null, what_happens: null, feel: null, run_by: null },
  ...{ contact_name: null, contact_phone: null, contact_email: null, contact_web: null, sessions: [], events: [], gift: null },
});

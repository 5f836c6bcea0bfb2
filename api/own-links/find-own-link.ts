import { loadAssetState } from '../assets/load-asset-state.ts';
import { loadOwnAsset, type OwnAsset } from '../assets/load-own-asset.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import { hashOfToken } from '../confirm/confirm-token.ts';
import { withParts } from '../contract/asset-parts.ts';
import type { AssetState } from '../contract/asset-state.ts';
import { type OwnLink, ownParts } from '../contract/own-link.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { findGroupEdit } from '../editing/keep-proposed-edit.ts';
import { loadNames } from '../editing/load-names.ts';
import { notFound } from '../errors.ts';
import { hasSessions } from '../sessions/has-sessions.ts';
import { londonDate } from '../time/london-time.ts';
import { stateOfLink } from './link-state-rules.ts';
import { linkByToken, type OwnLinkRow } from './own-link-queries.ts';

export const unknownLink = () =>
  notFound('We do not know this link. Please open the one that you were given once more, or ask your coordinator for a new one.');

/** What a group finds behind its own link. Throws not-found for a link that is none of ours. */
export async function findOwnLink(deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<OwnLink> {
  const now = deps.clock.now();
  const link = await linkByToken(deps.db, hashOfToken(token));
  const [own, standing] = link ? await Promise.all([loadOwnAsset(deps, link.asset_id), loadAssetState(deps.db, link.asset_id)]) : [];
  if (!link || !own || !standing) throw unknownLink();
  const state = stateOfLink(link, standing.state, now);
  const edit = state === 'open' ? await findGroupEdit(deps.db, link.asset_id) : null;
  const written = state === 'open' ? writtenBy(standing.state, edit) : null;
  return {
    state,
    listing: own.listing,
    version: standing.version,
    written,
    names: written ? await loadNames(deps.db, [written]) : { areas: {}, venues: {} },
    waiting: edit && { parts: ownParts.filter((part) => edit.parts.includes(part)), status: edit.status, answer: edit.answer },
    isPublic: own.isPublic,
    canPause: await hasSessions(deps.db, link.asset_id),
    coordinator: await coordinatorOf(deps, own),
    answer: link.answer,
    canTakeBack: canTakeBack(link, standing.state, now),
    endsOn: londonDate(link.ends_at),
  };
}

/** What was written, only as long as it may be written. */
export function canTakeBack(link: OwnLinkRow, standing: AssetState, now: Date): boolean {
  const { answered_at: at, undo } = link;
  if (at === null || undo === null || now.getTime() - at.getTime() > takeBackMs) return false;
  const state = stateOfLink(link, standing, now);
  return undo.written ? state === 'open' : state !== 'stopped';
}

/** What stands and what waits of the group's own, and nothing that it does not keep. */
function writtenBy(standing: AssetState, edit: { state: AssetState; parts: string[]; status: string } | null): AssetState {
  const waiting = edit?.status === 'waiting' ? ownParts.filter((part) => edit.parts.includes(part)) : [];
  const whole = edit ? withParts(standing, edit.state, waiting) : standing;
  return withParts({ ...nothing, kind: standing.kind }, whole, ownParts);
}

const nothing: AssetState = {
  ...{
    kind: 'group',
    status: 'published',
    name: '',
    name_cy: null,
    summary: '',
    summary_cy: null,
    description: null,
    description_cy: null,
  },
  ...{ topics: [], area_id: null, venue_id: null, lat: null, lng: null, point_privacy: 'public', languages: [], access: [] },
  ...{ cost_type: 'unknown', cost_pence: null, cost_note: null, how_to_join: null, just_turn_up: null, bring_someone: null },
  ...{ greeter: null, what_happens: null, feel: null, run_by: null, sessions: [], events: [], gift: null },
  ...{ contact_name: null, contact_phone: null, contact_email: null, contact_web: null },
};

async function coordinatorOf(deps: Pick<Deps, 'db' | 'clock'>, { areaId }: OwnAsset): Promise<OwnLink['coordinator']> {
  const here = areaId === null ? [] : ((await coordinatorsOfAreas(deps, [areaId])).get(areaId) ?? []);
  return here[0] ? { slug: here[0].slug, first_name: here[0].first_name } : null;
}

import { loadOwnAsset } from '../assets/load-own-asset.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import type { Confirm, ConfirmState } from '../contract/confirm.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { hasSessions } from '../sessions/has-sessions.ts';
import { type RequestRow, requestByToken } from './confirm-queries.ts';
import { hashOfToken } from './confirm-token.ts';

export const unknownLink = () =>
  notFound('We do not know this link. Please open the one in the letter once more, or ask your coordinator.');

/** What a group sees behind the link in its letter. Throws not-found for a link that is none of ours. */
export async function findConfirm(deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<Confirm> {
  const now = deps.clock.now();
  const request = await requestByToken(deps.db, hashOfToken(token));
  const own = request && (await loadOwnAsset(deps, request.asset_id));
  if (!request || !own) throw unknownLink();
  const here = own.areaId === null ? [] : ((await coordinatorsOfAreas(deps, [own.areaId])).get(own.areaId) ?? []);
  const [coordinator] = here;
  return {
    state: stateOf(request, own.status, now),
    listing: own.listing,
    join: own.join,
    contact: own.contact,
    coordinator: coordinator ? { slug: coordinator.slug, first_name: coordinator.first_name } : null,
    answer: request.answer,
    canTakeBack: canTakeBack(request, now),
    canPause: await hasSessions(deps.db, request.asset_id),
    isPublic: own.isPublic,
  };
}

/** An answer first: "closed" takes the asset off, and can still be taken back. */
export function stateOf({ answer, expires_at }: Pick<RequestRow, 'answer' | 'expires_at'>, status: string, now: Date): ConfirmState {
  if (answer) return 'answered';
  if (expires_at <= now) return 'old';
  return status === 'published' ? 'open' : 'gone';
}

export const canTakeBack = ({ answered_at: at }: Pick<RequestRow, 'answered_at'>, now: Date): boolean =>
  at !== null && now.getTime() - at.getTime() <= takeBackMs;

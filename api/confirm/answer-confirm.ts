import { loadOwnAsset } from '../assets/load-own-asset.ts';
import type { ConfirmForm } from '../contract/confirm.ts';
import type { Deps } from '../deps.ts';
import { coordinatorToTell } from '../suggestions/suggest.ts';
import { londonDate } from '../time/london-time.ts';
import { actForGroup, checkPause } from './act-for-group.ts';
import { holdRequest, requestByToken, setAnswer } from './confirm-queries.ts';
import { hashOfToken } from './confirm-token.ts';
import { stateOf, unknownLink } from './find-confirm.ts';

type AnswerDeps = Pick<Deps, 'db' | 'clock'>;

/** As the history names whoever answers by a link. */
export const byGroup = 'group: confirm link';

/**
 * Does what a group says of its own by the link in its letter. One that was answered, is too old, or is about something gone does nothing: its page says so.
 * Throws not-found for a link that is none of ours, bad-request for a rest that is over or has no end.
 */
export async function answerConfirm(deps: AnswerDeps, token: string, said: ConfirmForm, publicUrl: string): Promise<void> {
  const now = deps.clock.now();
  const tokenHash = hashOfToken(token);
  const known = await requestByToken(deps.db, tokenHash);
  const own = known && (await loadOwnAsset(deps, known.asset_id));
  if (!own) throw unknownLink();
  checkPause(said, londonDate(now));
  const reader = await coordinatorToTell(deps, own.areaId);
  await deps.db.transaction(async (tx) => {
    const request = await holdRequest(tx, tokenHash);
    if (!request || stateOf(request, own.status, now) !== 'open') return;
    const undo = await actForGroup(tx, said, { now, own, reader, publicUrl, madeBy: byGroup });
    await setAnswer(tx, request.id, { answer: said.answer, at: now, undo });
  });
}

import { randomUUID } from 'node:crypto';
import { closeAsset } from '../assets/close-asset.ts';
import { loadOwnAsset, type OwnAsset } from '../assets/load-own-asset.ts';
import { writeCheck } from '../checks/log-check.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import { type ConfirmForm, longestPauseDays } from '../contract/confirm.ts';
import type { Suggestion } from '../contract/suggestion.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { pauseSessions } from '../sessions/pause-sessions.ts';
import { coordinatorToTell, keepSuggestion, type Told } from '../suggestions/suggest.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { holdRequest, requestByToken, setAnswer, type Undo } from './confirm-queries.ts';
import { hashOfToken } from './confirm-token.ts';
import { stateOf, unknownLink } from './find-confirm.ts';

type AnswerDeps = Pick<Deps, 'db' | 'clock'>;

/** As the history names whoever answers by a link. */
export const byGroup = 'group: confirm link';

/**
 * Does what a group says of its own. All but "closed" are checks by the group; a change and a closing are told to the coordinator once they can
 * no longer be taken back. A link that was answered, is too old, or is about something gone does nothing: its page says so.
 * Throws not-found for a link that is none of ours, bad-request for a rest that is over or has no end.
 */
export async function answerConfirm(deps: AnswerDeps, token: string, said: ConfirmForm, publicUrl: string): Promise<void> {
  const now = deps.clock.now();
  const tokenHash = hashOfToken(token);
  const known = await requestByToken(deps.db, tokenHash);
  const own = known && (await loadOwnAsset(deps, known.asset_id));
  if (!own) throw unknownLink();
  if (said.answer === 'pause') checkPause(said.until, londonDate(now));
  const reader = await coordinatorToTell(deps, own.areaId);
  await deps.db.transaction(async (tx) => {
    const request = await holdRequest(tx, tokenHash);
    if (!request || stateOf(request, own.status, now) !== 'open') return;
    const undo = await act(tx, said, { now, own, reader, publicUrl });
    await setAnswer(tx, request.id, { answer: said.answer, at: now, undo });
  });
}

function checkPause(until: string, today: string): void {
  if (until < today) throw badRequest([{ field: 'until', detail: 'is over; please give a day that is still to come' }]);
  if (until > addDays(today, longestPauseDays)) throw badRequest([{ field: 'until', detail: 'is more than a year away' }]);
}

interface Acting {
  now: Date;
  own: OwnAsset;
  reader: Told | null;
  publicUrl: string;
}

async function act(tx: Queryable, said: ConfirmForm, acting: Acting): Promise<Undo> {
  const { now, own } = acting;
  const assetId = own.listing.id;
  const check = () => writeCheck(tx, now, { assetId, by: 'group' });
  switch (said.answer) {
    case 'right':
      return { check: await check() };
    case 'change':
      return { suggestion: await tell(tx, { type: 'change', text: said.text, reply_email: null }, acting), check: await check() };
    case 'pause':
      // The check last: it tells the indexes of both.
      return { pauses: await pauseSessions(tx, now, { assetId, until: said.until }), check: await check() };
    case 'closed':
      await closeAsset(tx, now, { assetId, madeBy: byGroup });
      return { suggestion: await tell(tx, { type: 'closed', text: '', reply_email: null }, acting) };
  }
}

async function tell(tx: Queryable, said: Suggestion, { now, own, reader, publicUrl }: Acting): Promise<string> {
  const id = randomUUID();
  const tellAt = new Date(now.getTime() + takeBackMs);
  await keepSuggestion(tx, {
    id,
    said,
    locale: reader?.language ?? 'en',
    asset: own.listing,
    reader,
    publicUrl,
    now,
    tellAt,
    byGroup: true,
  });
  return id;
}

import { takeBackMs } from '../checks/take-back-check.ts';
import type { Deps } from '../deps.ts';
import { unactForGroup } from './act-for-group.ts';
import { byGroup } from './answer-confirm.ts';
import { clearAnswer, forgetPastRequests, holdRequest } from './confirm-queries.ts';
import { hashOfToken } from './confirm-token.ts';
import { canTakeBack, unknownLink } from './find-confirm.ts';

type TakeBackDeps = Pick<Deps, 'db' | 'clock'>;

/** All stands as before the answer, and the link waits for another. After ten minutes nothing happens: the page says so. */
export async function takeBackAnswer({ db, clock }: TakeBackDeps, token: string): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    const request = await holdRequest(tx, hashOfToken(token));
    if (!request) throw unknownLink();
    if (!request.undo || !canTakeBack(request, now)) return;
    await unactForGroup(tx, now, { assetId: request.asset_id, answer: request.answer, undo: request.undo, madeBy: byGroup });
    await clearAnswer(tx, request.id);
  });
}

/** What stood before an answer goes once it can no longer be taken back. */
export const forgetAnswered = ({ db, clock }: TakeBackDeps): Promise<void> =>
  forgetPastRequests(db, { answeredBefore: new Date(clock.now().getTime() - takeBackMs), now: clock.now() });

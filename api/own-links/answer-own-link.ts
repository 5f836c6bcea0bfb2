import { mayByLink } from '../accounts/rights-rules.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import { loadOwnAsset } from '../assets/load-own-asset.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import { actForGroup, checkPause, unactForGroup } from '../confirm/act-for-group.ts';
import { hashOfToken } from '../confirm/confirm-token.ts';
import type { ConfirmForm } from '../contract/confirm.ts';
import type { Deps } from '../deps.ts';
import { notYours } from '../errors.ts';
import { byOwnLink } from '../reviewing/list-published.ts';
import { coordinatorToTell } from '../suggestions/suggest.ts';
import { londonDate } from '../time/london-time.ts';
import { canTakeBack, unknownLink } from './find-own-link.ts';
import { linkEnd, stateOfLink } from './link-state-rules.ts';
import { clearLinkAnswer, forgetPastLinks, linkByToken, renewLink, setLinkAnswer } from './own-link-queries.ts';
import { takeBackWritten } from './take-back-written.ts';

type AnswerDeps = Pick<Deps, 'db' | 'clock'>;

/** Does what a group says of its own without writing: still right, closed, or resting until. A link that does nothing any more does nothing: its page says so. */
export async function answerOwnLink(
  deps: AnswerDeps,
  token: string,
  { said, publicUrl }: { said: ConfirmForm; publicUrl: string },
): Promise<void> {
  const now = deps.clock.now();
  const known = await linkByToken(deps.db, hashOfToken(token));
  const own = known && (await loadOwnAsset(deps, known.asset_id));
  if (!own) throw unknownLink();
  checkPause(said, londonDate(now));
  const reader = await coordinatorToTell(deps, own.areaId);
  await deps.db.transaction(async (tx) => {
    const link = await linkByToken(tx, hashOfToken(token), { hold: true });
    const standing = link && (await loadAssetState(tx, link.asset_id));
    if (!link || !standing || stateOfLink(link, standing.state, now) !== 'open') return;
    if (!mayByLink({ assetId: link.asset_id }, said.answer === 'closed' ? 'asset.retire' : 'check.log', standing.id)) throw notYours();
    const undo = await actForGroup(tx, said, { now, own, reader, publicUrl, madeBy: byOwnLink });
    await setLinkAnswer(tx, link.id, { answer: said.answer, at: now, undo });
    await renewLink(tx, link.id, { endsAt: linkEnd(now), today: londonDate(now) });
  });
}

/** All stands as before what the group last said or wrote; after ten minutes nothing happens. Answers whether anything did. */
export async function takeBackOwnAnswer({ db, clock }: AnswerDeps, token: string): Promise<boolean> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const link = await linkByToken(tx, hashOfToken(token), { hold: true });
    const standing = link && (await loadAssetState(tx, link.asset_id));
    if (!link || !standing) throw unknownLink();
    const { asset_id: assetId, answer, answered_at: at, undo } = link;
    if (!at || !undo || !canTakeBack(link, standing.state, now)) return false;
    if (undo.written) await takeBackWritten(tx, now, { assetId, written: undo.written, at });
    await unactForGroup(tx, now, { assetId, answer, undo, madeBy: byOwnLink });
    await clearLinkAnswer(tx, link.id);
    return true;
  });
}

const yearMs = 365 * 86_400_000;

/** What can no longer be taken back, and links that ended or were stopped a year ago. */
export async function forgetOwnLinks({ db, clock }: AnswerDeps): Promise<void> {
  const now = clock.now().getTime();
  await forgetPastLinks(db, { answeredBefore: new Date(now - takeBackMs), endedBefore: new Date(now - yearMs) });
}

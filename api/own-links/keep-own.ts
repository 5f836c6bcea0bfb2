import { mayByLink } from '../accounts/rights-rules.ts';
import { loadAssetState, type StandingAsset } from '../assets/load-asset-state.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { writeCheck } from '../checks/log-check.ts';
import { hashOfToken } from '../confirm/confirm-token.ts';
import { withParts } from '../contract/asset-parts.ts';
import { AssetState } from '../contract/asset-state.ts';
import type { OwnKept, OwnPart } from '../contract/own-link.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { endGroupEdit, findGroupEdit, putGroupEdit } from '../editing/keep-proposed-edit.ts';
import { keepStanding } from '../editing/keep-standing.ts';
import { areaOf } from '../editing/warn-of-edit.ts';
import { EditedMeanwhile, notYours } from '../errors.ts';
import { byOwnLink } from '../reviewing/list-published.ts';
import { londonDate } from '../time/london-time.ts';
import { unknownLink } from './find-own-link.ts';
import { linkEnd, stateOfLink } from './link-state-rules.ts';
import { linkByToken, renewLink, setLinkAnswer } from './own-link-queries.ts';
import { partOwnChange } from './own-part-rules.ts';
import type { Written } from './take-back-written.ts';

/**
 * Keeps what a group wrote of its own: what is safe is public at once and counts as its check, the rest waits for the coordinator. For
 * ten minutes the group can take it back. Null: the link does nothing any more. Throws not-found for a link that is none of ours, and edited-meanwhile.
 */
export async function keepOwn(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string,
  sent: { state: AssetState; version: number },
): Promise<OwnKept> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const link = await linkByToken(tx, hashOfToken(token), { hold: true });
    const standing = link && (await loadAssetState(tx, link.asset_id));
    if (!link || !standing) throw unknownLink();
    if (stateOfLink(link, standing.state, now) !== 'open') return null;
    if (!mayByLink({ assetId: link.asset_id }, 'asset.draft', standing.id)) throw notYours();
    if (standing.version !== sent.version) throw new EditedMeanwhile({ theirs: standing, yours: sent.state });
    const { wished, atOnce, waiting } = partOwnChange(standing.state, AssetState.parse(sent.state));
    const edit = await findGroupEdit(tx, standing.id);
    const { version, published } = await publish(tx, now, { standing, wished, parts: atOnce });
    const check = await writeCheck(tx, now, { assetId: standing.id, by: 'group' });
    if (waiting.length === 0) await endGroupEdit(tx, standing.id);
    else {
      const whole = withParts(standing.state, wished, [...atOnce, ...waiting]);
      const state = waiting.includes('place') ? { ...whole, area_id: await areaOf(tx, whole) } : whole;
      await putGroupEdit(tx, { assetId: standing.id, ofVersion: version, state, parts: waiting, now });
    }
    const kept = atOnce.length > 0 ? (waiting.length > 0 ? 'both' : 'published') : waiting.length > 0 ? 'waits' : 'right';
    await setLinkAnswer(tx, link.id, {
      answer: kept,
      at: now,
      undo: { check, written: { published, edit: edit && { ...edit, made_at: edit.made_at.toISOString() } } },
    });
    await renewLink(tx, link.id, { endsAt: linkEnd(now), today: londonDate(now) });
    return kept;
  });
}

async function publish(
  tx: Queryable,
  now: Date,
  { standing, wished, parts }: { standing: StandingAsset; wished: AssetState; parts: OwnPart[] },
): Promise<{ version: number; published: Written['published'] }> {
  const { id, version } = standing;
  if (parts.length === 0) return { version, published: null };
  const before = await keepStanding(tx, standing, now);
  const state = withParts(standing.state, wished, parts);
  const saved = await saveAsset(tx, now, { state, by: { accountId: null, name: byOwnLink }, of: { id, version } });
  const kept = await loadAssetState(tx, id);
  return { version: saved.version, published: kept && { parts, before, after: await keepStanding(tx, kept, now) } };
}

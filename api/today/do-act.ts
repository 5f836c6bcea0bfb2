import { requireRight } from '../accounts/require-right.ts';
import { loadAreaFinder } from '../areas/area-finder.ts';
import { closeAsset } from '../assets/close-asset.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import { type By, markOf, saveAsset } from '../assets/save-asset.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import { writeCheck } from '../checks/log-check.ts';
import type { AssetState } from '../contract/asset-state.ts';
import { isUuid } from '../contract/state-parts.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { sayNotSame } from '../duplicates/say-not-same.ts';
import { badRequest, gone, notFound } from '../errors.ts';
import { findPlace } from '../places/find-place.ts';
import { acceptProposal } from '../proposals/accept-proposal.ts';
import { declineProposal } from '../proposals/decline-proposal.ts';
import { offerAsSignpost } from '../proposals/offer-as-signpost.ts';
import { answerSuggestion } from '../suggestions/answer-suggestion.ts';
import { holdBackAnswer } from '../suggestions/reopen-suggestion.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import type { Finishing } from './finish-item.ts';
import { proposalContact, putOff, type Subject } from './step-queries.ts';
import type { Undo } from './undo-step.ts';

type ActDeps = Pick<Deps, 'db' | 'clock'>;

interface Doing extends Finishing {
  about: Subject | null;
  /** No letter goes before: until then all can be taken back. */
  heldUntil: Date;
}

/** For how many days an act keeps an item off one's list. */
const daysOff = { tomorrow: 1, 'next-week': 7, ends: 60, noted: 60 } as const;

/** Does what was chosen, in the transaction behind `deps`; answers what takes it back. Whether they may is for the caller to have asked. */
export async function doAct(deps: ActDeps, viewer: SignedIn, doing: Doing): Promise<Undo[]> {
  const { key, act, about } = doing;
  const by: By = { accountId: viewer.accountId, name: viewer.name };
  const [sort, id = '', other = ''] = key.split(':');
  if (act === 'tomorrow' || act === 'next-week' || act === 'ends' || act === 'noted') return leave(deps, viewer, key, daysOff[act]);
  if (sort === 'alike' && act === 'two') {
    await sayNotSame(deps, [id, other], by);
    return [{ part: 'two', pair: [id, other] }];
  }
  if (sort === 'proposal') return answerProposal(deps, viewer, { ...doing, id });
  if (!about?.asset_id) throw notFound('This is not here any more.');
  const assetId = about.asset_id;
  if (act === 'goes-on') return change(deps, by, assetId, (state, today) => goOn(state, today));
  if (act === 'in-area') return belong(deps, viewer, { key, assetId, areaId: doing.words });
  if (act === 'placed') return place(deps, by, assetId, doing.words);
  const answered = sort === 'suggestion' ? await answer(deps, by, { ...doing, id }) : [];
  if (act === 'closed') return [...(await close(deps, by, assetId)), ...answered];
  if (act === 'checked' || act === 'still-on') return [...(await check(deps, viewer, assetId)), ...answered];
  if (answered.length === 0) throw badRequest([{ field: 'act', detail: 'is none for this item' }]);
  return answered;
}

async function leave({ db, clock }: ActDeps, { accountId }: SignedIn, item: string, days: number): Promise<Undo[]> {
  // From the first minute of that day on: whoever looks early finds it.
  await putOff(db, { accountId, item, until: londonInstant(addDays(londonDate(clock.now()), days), '00:00') });
  return [{ part: 'put-off', item }];
}

async function answer(deps: ActDeps, by: By, { id, act, words, publicUrl, heldUntil }: Doing & { id: string }): Promise<Undo[]> {
  const answered = act === 'closed' || act === 'put-right' ? 'changed' : 'kept';
  await answerSuggestion(deps, id, { by, answered, words, publicUrl });
  await holdBackAnswer(deps.db, id, heldUntil);
  return [{ part: 'suggestion', id }];
}

async function answerProposal(deps: ActDeps, viewer: SignedIn, doing: Doing & { id: string }): Promise<Undo[]> {
  const { id, act, words, publicUrl, heldUntil } = doing;
  const by: By = { accountId: viewer.accountId, name: viewer.name };
  const fields = await proposalContact(deps.db, id);
  if (!fields) throw notFound('This is not here any more.');
  const made: { assetId: string | null; signpostId: string | null } = { assetId: null, signpostId: null };
  if (act === 'published') made.assetId = (await acceptProposal(deps, id, { by, checkedBy: checksAs(viewer), publicUrl })).id;
  else if (act === 'signpost') made.signpostId = (await offerAsSignpost(deps, id, { by })).id;
  else if (act === 'left-out') await declineProposal(deps, id, { by, reason: words });
  else throw badRequest([{ field: 'act', detail: 'is none for a proposal' }]);
  await holdBackAnswer(deps.db, id, heldUntil);
  return [{ part: 'proposal', id, fields, ...made }];
}

async function close({ db, clock }: ActDeps, by: By, assetId: string): Promise<Undo[]> {
  // Off the list already, by its group or somebody else: there is nothing to take back.
  return (await closeAsset(db, clock.now(), { assetId, madeBy: markOf(by) })) ? [{ part: 'closed', assetId }] : [];
}

async function check({ db, clock }: ActDeps, viewer: SignedIn, assetId: string): Promise<Undo[]> {
  return [{ part: 'check', assetId, id: await writeCheck(db, clock.now(), { assetId, by: checksAs(viewer) }) }];
}

async function change(
  { db, clock }: ActDeps,
  by: By,
  id: string,
  changed: (state: AssetState, today: string) => AssetState,
): Promise<Undo[]> {
  const standing = await loadAssetState(db, id);
  if (!standing) throw notFound('This is not here any more.');
  const { state, version } = standing;
  const saved = await saveAsset(db, clock.now(), { state: changed(state, londonDate(clock.now())), by, of: { id, version } });
  if (saved.version === version) throw gone('Somebody else has done this already.');
  return [{ part: 'state', id, version: saved.version, state }];
}

/** What is still on has no last day any more. */
const goOn = (state: AssetState, today: string): AssetState => ({
  ...state,
  sessions: state.sessions.map((session) =>
    session.ends_on !== null && session.ends_on >= today ? { ...session, ends_on: null } : session,
  ),
});

/** It has no place and never will, but somebody's patch it is in; asked again after a while. */
async function belong(
  deps: ActDeps,
  viewer: SignedIn,
  { key, assetId, areaId }: { key: string; assetId: string; areaId: string },
): Promise<Undo[]> {
  if (!isUuid(areaId)) throw badRequest([{ field: 'area', detail: 'is none that you look after' }]);
  await requireRight(deps, viewer, 'asset.publish', areaId);
  const changed = await change(deps, viewer, assetId, (state) => ({ ...state, area_id: areaId }));
  return [...changed, ...(await leave(deps, viewer, key, daysOff.noted))];
}

async function place(deps: ActDeps, by: By, id: string, typed: string): Promise<Undo[]> {
  const found = typed.trim() ? await findPlace(deps, typed) : null;
  if (!found) throw badRequest([{ field: 'place', detail: 'is nowhere that we know' }]);
  const area = (await loadAreaFinder(deps.db)).areaAt(found.point);
  return change(deps, by, id, (state) => ({ ...state, ...found.point, area_id: state.area_id ?? area?.id ?? null }));
}

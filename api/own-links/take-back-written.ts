import { loadAssetState } from '../assets/load-asset-state.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { differingParts, withParts } from '../contract/asset-parts.ts';
import type { OwnPart } from '../contract/own-link.ts';
import type { Queryable } from '../db/database.ts';
import { endGroupEdit, findGroupEdit, type GroupEdit, putGroupEdit, sendEditBack } from '../editing/keep-proposed-edit.ts';
import { keepStanding } from '../editing/keep-standing.ts';
import { stateAtRevision } from '../editing/state-of-revision.ts';
import { byOwnLink } from '../reviewing/list-published.ts';

/** What a group wrote by its link, as long as it can be taken back. */
export interface Written {
  /** What went out at once, and the revisions before and after. */
  published: { parts: OwnPart[]; before: number; after: number } | null;
  /** What waited of the group's own before. */
  edit: (Omit<GroupEdit, 'made_at'> & { made_at: string }) | null;
}

/** All stands as before the group wrote it, but for what somebody else changed or answered since. */
export async function takeBackWritten(
  tx: Queryable,
  now: Date,
  { assetId, written: { published, edit }, at }: { assetId: string; written: Written; at: Date },
): Promise<void> {
  if (published) await unpublish(tx, now, { assetId, ...published });
  const waiting = await findGroupEdit(tx, assetId);
  if (waiting && (waiting.status !== 'waiting' || waiting.made_at.getTime() !== at.getTime())) return;
  if (edit) await putBackEdit(tx, assetId, edit);
  else await endGroupEdit(tx, assetId);
}

async function unpublish(
  tx: Queryable,
  now: Date,
  { assetId, parts, before, after }: { assetId: string } & NonNullable<Written['published']>,
): Promise<void> {
  const standing = await loadAssetState(tx, assetId);
  if (!standing) return;
  const changedSince = differingParts(await stateAtRevision(tx, assetId, after), standing.state);
  const back = parts.filter((part) => !changedSince.includes(part));
  const state = withParts(standing.state, await stateAtRevision(tx, assetId, before), back);
  await keepStanding(tx, standing, now);
  await saveAsset(tx, now, { state, by: { accountId: null, name: byOwnLink }, of: { id: assetId, version: standing.version } });
}

async function putBackEdit(tx: Queryable, assetId: string, edit: NonNullable<Written['edit']>): Promise<void> {
  const { of_version: ofVersion, state, parts, made_at, status, answer } = edit;
  await putGroupEdit(tx, { assetId, ofVersion, state, parts, now: new Date(made_at) });
  const put = status === 'declined' ? await findGroupEdit(tx, assetId) : null;
  if (put) await sendEditBack(tx, put.id, answer ?? '');
}

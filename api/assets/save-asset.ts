import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { markChecked } from '../checks/mark-checked.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { EditedMeanwhile, notFound } from '../errors.ts';
import { recordChange } from '../search/record-change.ts';
import { saveTimes } from '../sessions/save-times.ts';
import { holdAsset, insertAssetRow, replaceGift, replaceTopics, takenAssetSlugs, updateAssetRow } from './asset-state-queries.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { loadAssetState, type StandingAsset } from './load-asset-state.ts';
import { slugChoices } from './make-slug.ts';
import { recordRevisions } from './record-revisions.ts';

/** Who does it. Without an account: what kind of person. */
export interface By {
  accountId: string | null;
  name: string;
}

export interface AssetSave {
  state: AssetState;
  by: By;
  /** Saving counts as a check by this kind of person. */
  checkedBy?: Checker;
  /** Null: a new asset. Else the asset, and the version that the edit began from. */
  of: { id: string; version: number } | null;
}

export interface SavedAsset {
  id: string;
  slug: string;
  version: number;
}

/**
 * Writes an asset in the caller's transaction: row, topics, times, dates, revision, index row and outbox line. What is already as given
 * changes nothing. Throws edited-meanwhile (with both states) when somebody else changed it since, not-found, or bad-request for its topics and times.
 * Whether they may is for the caller to have asked.
 */
export async function saveAsset(tx: Queryable, now: Date, { state, by, checkedBy, of }: AssetSave): Promise<SavedAsset> {
  const standing = of ? await holdStanding(tx, of.id) : null;
  if (standing && isDeepStrictEqual(standing.state, state)) return saved(standing);
  if (standing && standing.version !== of?.version) throw new EditedMeanwhile({ theirs: standing, yours: state });
  await checkVocabulary(tx, { area: [], topic: state.topics });
  const written = standing ? { ...saved(standing), version: standing.version + 1 } : await nameNew(tx, state);
  if (standing) await updateAssetRow(tx, written.id, state, now);
  else await insertAssetRow(tx, written, state, now);
  await replaceTopics(tx, written.id, state.topics);
  await replaceGift(tx, written.id, state.gift);
  await saveTimes(tx, now, written, state);
  if (checkedBy) await markChecked(tx, now, { assetId: written.id, by: checkedBy });
  await recordRevisions(tx, [written.id], { now, madeBy: markOf(by) });
  await recordChange(tx, now, { assetIds: [written.id] });
  return written;
}

/** What `revisions.made_by` says of someone. */
export const markOf = ({ accountId, name }: By): string => (accountId === null ? name : `account:${accountId}`);

const saved = ({ id, slug, version }: StandingAsset): SavedAsset => ({ id, slug, version });

async function holdStanding(tx: Queryable, id: string): Promise<StandingAsset> {
  await holdAsset(tx, id);
  const standing = await loadAssetState(tx, id);
  if (!standing) throw notFound('This is not here any more. Somebody may have taken it away.');
  return standing;
}

async function nameNew(tx: Queryable, { name }: AssetState): Promise<SavedAsset> {
  const id = randomUUID();
  const choices = slugChoices(name, id, []);
  const taken = await takenAssetSlugs(tx, choices);
  return { id, slug: choices.find((choice) => !taken.has(choice)) ?? id, version: 1 };
}

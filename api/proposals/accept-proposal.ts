import { type By, type SavedAsset, saveAsset } from '../assets/save-asset.ts';
import type { Checker } from '../contract/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { closeProposal, holdWaiting } from './close-proposal.ts';
import { dropDraft } from './draft-of-proposal.ts';
import { stateFromProposal } from './state-from-proposal.ts';

export interface Accepting {
  by: By;
  /** What kind of person says that the details are right. */
  checkedBy: Checker;
  /** A word to whoever told us of it. */
  words?: string;
  publicUrl: string;
}

/** Makes an asset of a proposal, and tells whoever left an address, in one transaction. Throws not-found and gone. */
export async function acceptProposal(deps: Pick<Deps, 'db' | 'clock'>, id: string, accepting: Accepting): Promise<SavedAsset> {
  const { by, checkedBy, words = '', publicUrl } = accepting;
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const row = await holdWaiting(tx, id);
    await dropDraft(tx, now, id);
    const made = await saveAsset(tx, now, { state: stateFromProposal(row, londonDate(now)), by, checkedBy, of: null });
    const page = `${publicUrl}${row.locale === 'cy' ? '/cy' : ''}/around/${made.slug}`;
    await closeProposal(tx, now, row, { answered: 'accepted', from: by.name, reason: words, page, made: { assetId: made.id } });
    return made;
  });
}

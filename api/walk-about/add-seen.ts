import { mayDo } from '../accounts/rights-rules.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import { writeCheck } from '../checks/log-check.ts';
import type { Proposal } from '../contract/proposal.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { SeenThing } from '../contract/walk-about.ts';
import type { Queryable } from '../db/database.ts';
import { insideTransaction } from '../db/inside-transaction.ts';
import { addNote } from '../editing/keep-note.ts';
import { locateProposal, type ProposalPlace } from '../proposals/locate-proposal.ts';
import { proposalId, propose } from '../proposals/propose.ts';
import { stateFromProposal } from '../proposals/state-from-proposal.ts';
import { londonDate } from '../time/london-time.ts';
import type { Noted, WalkWritten } from './note-walked.ts';

export interface AddedBy {
  /** In which the words are. */
  locale: string;
}

/**
 * Something new that was seen. Who may publish there has it as a draft among what is theirs, to finish at the desk; for everyone else it
 * waits for the coordinator of that place, as what any neighbour proposes.
 */
export async function addSeen(
  tx: Queryable,
  noted: Noted,
  viewer: SignedIn,
  { entry, by }: { entry: SeenThing; by: AddedBy },
): Promise<WalkWritten> {
  const deps = { db: insideTransaction(tx), clock: { now: () => noted.now } };
  const proposal = proposalOf(entry, viewer);
  const where = await locateProposal(deps, proposal);
  const name = { name: entry.name, name_cy: null };
  if (!mayDo(viewer, 'asset.publish', where.area?.id ?? null)) {
    await propose(deps, proposal, { form: entry.id, locale: by.locale, fromConnection: 1 });
    return { ...name, undo: [{ part: 'proposed', id: proposalId(entry.id, proposal) }] };
  }
  const assetId = await keepDraft(tx, noted, viewer, { proposal, where, locale: by.locale });
  // The words for a place that is no place to us, or beside which they gave the spot itself.
  if (entry.place && (entry.at || !where.place)) await addNote(deps, viewer, assetId, entry.place);
  return { ...name, undo: [{ part: 'made', assetId }] };
}

async function keepDraft(
  tx: Queryable,
  { now, at }: Noted,
  viewer: SignedIn,
  { proposal, where, locale }: { proposal: Proposal; where: ProposalPlace; locale: string },
): Promise<string> {
  const { place, venueId, area } = where;
  const row = { area_id: area?.id ?? null, venue_id: venueId, lat: place?.point.lat ?? null, lng: place?.point.lng ?? null };
  const state = stateFromProposal({ fields: proposal, ...row, locale }, londonDate(now));
  const { id } = await saveAsset(tx, now, { state: { ...state, status: 'draft' }, by: viewer, of: null });
  await writeCheck(tx, now, { assetId: id, by: checksAs(viewer), at });
  return id;
}

/** Who has seen it from outside cannot say how people join. */
function proposalOf({ name, happens, when, place, at }: SeenThing, viewer: SignedIn): Proposal {
  return {
    ...{ name, happens: happens || name, when, place: at ? `${at.lat},${at.lng}` : place, area: viewer.areas[0]?.slug ?? '', home: false },
    ...{ join: '', contact_name: '', contact: '', may_show: null, anyone: 'unsure', neighbours: 'unsure', freely: 'unsure' },
    ...{ kind: null, topics: [], reply_email: null },
  };
}

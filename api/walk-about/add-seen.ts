import { mayDo } from '../accounts/rights-rules.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import { writeCheck } from '../checks/log-check.ts';
import type { Proposal } from '../contract/proposal.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { SeenThing } from '../contract/walk-about.ts';
import type { Database, Queryable } from '../db/database.ts';
import { insideTransaction } from '../db/inside-transaction.ts';
import { addNote } from '../editing/keep-note.ts';
import { locateProposal, type ProposalPlace } from '../proposals/locate-proposal.ts';
import { proposalId, propose } from '../proposals/propose.ts';
import { stateFromProposal } from '../proposals/state-from-proposal.ts';
import { londonDate } from '../time/london-time.ts';
import type { Noted, WalkWritten } from './note-walked.ts';

interface Adding {
  entry: SeenThing;
  noted: Noted;
  /** In which the words are. */
  locale: string;
}

/**
 * Something new that was seen. Who may publish there has it as a draft among what is theirs, to finish at the desk; for everyone else it
 * waits for the coordinator of that place, as what any neighbour proposes. What is only read is read beside the transaction.
 */
export async function addSeen({ db, tx }: { db: Database; tx: Queryable }, viewer: SignedIn, adding: Adding): Promise<WalkWritten> {
  const { entry, noted, locale } = adding;
  const clock = { now: () => noted.now };
  const proposal = proposalOf(entry, viewer);
  const where = await locateProposal({ db, clock }, proposal);
  const name = { name: entry.name, name_cy: null };
  if (!mayDo(viewer, 'asset.publish', where.area?.id ?? null)) {
    const beside: Database = { query: (name, text, values) => db.query(name, text, values), transaction: (work) => work(tx) };
    await propose({ db: beside, clock }, proposal, { form: entry.id, locale, fromConnection: 1 });
    return { ...name, undo: [{ part: 'proposed', id: proposalId(entry.id, proposal) }] };
  }
  const assetId = await keepDraft(tx, viewer, { ...adding, proposal, where });
  // The words for a place that is no place to us, or beside which they gave the spot itself.
  if (entry.place && (entry.at || !where.place)) await addNote({ db: insideTransaction(tx), clock }, viewer, assetId, entry.place);
  return { ...name, undo: [{ part: 'made', assetId }] };
}

async function keepDraft(
  tx: Queryable,
  viewer: SignedIn,
  { noted: { now, at }, locale, proposal, where }: Adding & { proposal: Proposal; where: ProposalPlace },
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

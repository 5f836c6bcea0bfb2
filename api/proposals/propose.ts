import type { Proposal } from '../contract/proposal.ts';
import { findCoordinator } from '../coordinators/find-coordinator.ts';
import type { Deps } from '../deps.ts';
import { findLookAlikes } from '../duplicates/find-look-alikes.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { letterLanguage } from '../suggestions/letter-words.ts';
import { idOf } from '../suggestions/suggestion-id.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { contactParts } from './contact-rules.ts';
import { judgeJunk, junkFrom } from './junk-rules.ts';
import { locateProposal } from './locate-proposal.ts';
import { proposalLetter } from './proposal-letter.ts';
import { countSameText, holdProposalsToldToday, insertProposal } from './proposal-queries.ts';
import { seemsService } from './service-rules.ts';
import { textHash } from './text-hash.ts';

/** Promised beside the form. */
export const keptDays = 90;

/** To one coordinator in a day; what is more waits on the desk, as the last of them says. */
const mostLetters = 10;

export interface ProposedFrom {
  /** Of the form it came by: the same words by the same form are one proposal. */
  form: string;
  locale: string;
  /** How many this connection has sent today, this one included. */
  fromConnection: number;
}

/** The same words by the same form are one. */
export const proposalId = (form: string, proposal: Proposal): string => idOf([form, 'proposal', JSON.stringify(proposal)]);

/**
 * Keeps what somebody would like to see here until the day that was promised, and writes to the coordinator of its area, in one transaction.
 * Answers the area's slug; null: it lies in none. A formal service is kept with why it seems one; what is probably junk is kept without a letter. Nothing is dropped.
 */
export async function propose(
  deps: Pick<Deps, 'db' | 'clock'>,
  proposal: Proposal,
  { form, locale, fromConnection }: ProposedFrom,
): Promise<string | null> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const { reply_email, ...fields } = proposal;
  const { place, venueId, area, coordinator } = await locateProposal(deps, proposal);
  const { phone, web } = contactParts(proposal.contact);
  const alike = await findLookAlikes(deps, { name: proposal.name, venueId, point: place?.point ?? null, phone, web });
  const service = seemsService(proposal);
  const hash = textHash(proposal);
  const signs = { fromConnection, sameText: await countSameText(deps.db, hash), placeKnown: area !== null };
  const junk = judgeJunk(proposal, signs);
  const id = proposalId(form, proposal);
  const deleteOn = addDays(today, keptDays);
  await deps.db.transaction(async (tx) => {
    const reader = junk.score < junkFrom ? coordinator : null;
    const told = reader?.email ? await holdProposalsToldToday(tx, reader.slug, today) : mostLetters;
    const isNew = await insertProposal(tx, {
      ...{ id, fields, locale, reply_email, area_id: area?.id ?? null, venue_id: venueId },
      ...{ lat: place?.point.lat ?? null, lng: place?.point.lng ?? null, text_hash: hash },
      ...{ looks_like: service.length > 0 ? ('service' as const) : ('asset' as const), looks_like_reasons: service },
      ...{ look_alikes: alike.map(({ listing }) => listing.id), junk_score: junk.score, junk_reasons: junk.reasons },
      ...{ coordinator: coordinator?.slug ?? null, told_on: told < mostLetters ? today : null, created_at: now, delete_on: deleteOn },
    });
    if (!isNew || told >= mostLetters || !reader?.email) return;
    const { languages } = await findCoordinator(deps, reader.slug);
    const to = { firstName: reader.first_name, language: letterLanguage(languages) };
    const letter = proposalLetter(proposal, to, {
      alike: alike.map(({ listing }) => listing.name),
      seemsService: service.length > 0,
      isLast: told === mostLetters - 1,
      deleteOn,
    });
    await queueMail(tx, { id, to: reader.email, ...letter }, { now, deleteOn });
  });
  return area?.slug ?? null;
}

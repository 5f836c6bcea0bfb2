import { randomUUID } from 'node:crypto';
import { slugChoices } from '../assets/make-slug.ts';
import { type By, markOf } from '../assets/save-asset.ts';
import type { Deps } from '../deps.ts';
import { recordChange } from '../search/record-change.ts';
import { londonDate } from '../time/london-time.ts';
import { insertSignpostDraft, insertSignpostRevision, takenSignpostSlugs } from './answer-queries.ts';
import { closeProposal, holdWaiting } from './close-proposal.ts';
import { contactParts } from './contact-rules.ts';
import { dropDraft } from './draft-of-proposal.ts';
import { stateFromProposal } from './state-from-proposal.ts';

/** Makes a signpost of a formal service, as a draft that a steward publishes. Throws not-found and gone. */
export async function offerAsSignpost(
  deps: Pick<Deps, 'db' | 'clock'>,
  id: string,
  { by, words = '' }: { by: By; words?: string },
): Promise<{ id: string; slug: string }> {
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const row = await holdWaiting(tx, id);
    await dropDraft(tx, now, id);
    const { name, summary } = stateFromProposal(row, londonDate(now));
    const signpostId = randomUUID();
    const choices = slugChoices(name, signpostId, []);
    const taken = await takenSignpostSlugs(tx, choices);
    const slug = choices.find((choice) => !taken.has(choice)) ?? signpostId;
    const { phone, web } = row.fields.may_show === 'yes' ? contactParts(row.fields.contact) : { phone: null, web: null };
    const area_ids = row.area_id ? [row.area_id] : [];
    await insertSignpostDraft(tx, { id: signpostId, slug, name, summary, phone, web, hours: row.fields.when || null, area_ids }, now);
    await insertSignpostRevision(tx, signpostId, now, markOf(by));
    await recordChange(tx, now, { signpostIds: [signpostId] });
    await closeProposal(tx, now, row, { answered: 'signpost', from: by.name, reason: words, page: null, made: { signpostId } });
    return { id: signpostId, slug };
  });
}

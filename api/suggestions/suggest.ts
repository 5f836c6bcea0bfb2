import { createHash } from 'node:crypto';
import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import type { Suggestion } from '../contract/suggestion.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { suggestionLetter } from './suggestion-letter.ts';
import { insertSuggestion } from './suggestion-queries.ts';

type SuggestDeps = Pick<Deps, 'db' | 'clock'>;

/** Promised beside the box for an address. */
export const keptDays = 90;

export interface SuggestedFrom {
  /** Of the form it came by: the same words by the same form are one suggestion. */
  form: string;
  /** Where the site is, for the link in the letter. */
  publicUrl: string;
}

/**
 * Keeps what a neighbour says of an asset until the day that was promised, and writes to the coordinator of its area, in one transaction.
 * Throws not-found for what may not be seen.
 */
export async function suggest(deps: SuggestDeps, slug: string, said: Suggestion, { form, publicUrl }: SuggestedFrom): Promise<void> {
  const now = deps.clock.now();
  const { row } = await loadVisibleAsset(deps, slug);
  const reader = await coordinatorToTell(deps, row.area_id);
  const id = idOf([form, slug, said.type, said.text, said.reply_email ?? '']);
  const deleteOn = addDays(londonDate(now), keptDays);
  await deps.db.transaction(async (tx) => {
    const suggestion = { ...said, id, asset_id: row.id, text: said.text || null, created_at: now, delete_on: deleteOn };
    const isNew = await insertSuggestion(tx, suggestion);
    if (!isNew || reader === null) return;
    const letter = suggestionLetter(said, { reader: reader.firstName, asset: row.name, page: `${publicUrl}/around/${row.slug}`, deleteOn });
    await queueMail(tx, { id, to: reader.email, ...letter }, { now, deleteOn });
  });
}

/** Leads before those who cover; whoever has an address. */
async function coordinatorToTell(deps: SuggestDeps, areaId: string | null): Promise<{ firstName: string; email: string } | null> {
  if (areaId === null) return null;
  const here = (await coordinatorsOfAreas(deps, [areaId])).get(areaId) ?? [];
  const [told] = here.flatMap(({ first_name: firstName, email }) => (email ? [{ firstName, email }] : []));
  return told ?? null;
}

/** A UUID (version 8: of our own making) by which the same thing said twice is known. */
function idOf(parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

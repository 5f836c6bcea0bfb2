import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import type { Suggestion } from '../contract/suggestion.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { idOf } from './suggestion-id.ts';
import { suggestionLetter } from './suggestion-letter.ts';
import { insertSuggestion } from './suggestion-queries.ts';
import { holdToldToday } from './telling-queries.ts';

type SuggestDeps = Pick<Deps, 'db' | 'clock'>;

/** Promised beside the box for an address. */
export const keptDays = 90;

/** In a day; what is more waits for the morning's letter (`tell-the-rest.ts`), so that nobody can flood anyone. */
const mostLettersOfAsset = 3;
const mostLettersToCoordinator = 20;

export interface SuggestedFrom {
  /** Of the form it came by: the same words by the same form are one suggestion. */
  form: string;
  /** In which they are answered; English unless told. */
  locale?: string;
  /** Where the site is, for the link in the letter. */
  publicUrl: string;
}

/**
 * Keeps what a neighbour says of an asset until the day that was promised, and writes to the coordinator of its area, in one transaction;
 * what is more than a day's letters is told the next morning.
 * Throws not-found for what may not be seen.
 */
export async function suggest(
  deps: SuggestDeps,
  slug: string,
  said: Suggestion,
  { form, publicUrl, locale = 'en' }: SuggestedFrom,
): Promise<void> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const { row } = await loadVisibleAsset(deps, slug);
  const reader = await coordinatorToTell(deps, row.area_id);
  const id = idOf([form, slug, said.type, said.text, said.reply_email ?? '']);
  const deleteOn = addDays(today, keptDays);
  await deps.db.transaction(async (tx) => {
    const told = reader && (await holdToldToday(tx, { coordinator: reader.slug, assetId: row.id, today }));
    const isToldNow = told !== null && told.of_asset < mostLettersOfAsset && told.of_coordinator < mostLettersToCoordinator;
    const isNew = await insertSuggestion(tx, {
      ...{ ...said, id, asset_id: row.id, text: said.text || null, created_at: now, delete_on: deleteOn },
      ...{ coordinator: reader?.slug ?? null, told_on: isToldNow ? today : null, locale },
    });
    if (!isNew || !isToldNow || reader === null) return;
    const letter = suggestionLetter(said, { reader: reader.firstName, asset: row.name, page: `${publicUrl}/around/${row.slug}`, deleteOn });
    await queueMail(tx, { id, to: reader.email, ...letter }, { now, deleteOn });
  });
}

/** Leads before those who cover; whoever has an address. */
async function coordinatorToTell(
  deps: SuggestDeps,
  areaId: string | null,
): Promise<{ slug: string; firstName: string; email: string } | null> {
  if (areaId === null) return null;
  const here = (await coordinatorsOfAreas(deps, [areaId])).get(areaId) ?? [];
  const [told] = here.flatMap(({ slug, first_name: firstName, email }) => (email ? [{ slug, firstName, email }] : []));
  return told ?? null;
}

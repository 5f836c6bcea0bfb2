import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import type { Suggestion } from '../contract/suggestion.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import { findCoordinator } from '../coordinators/find-coordinator.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { letterLanguage } from './letter-words.ts';
import { idOf } from './suggestion-id.ts';
import { type LetterAsset, type LetterReader, suggestionLetter } from './suggestion-letter.ts';
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
  /** Where the site is, for the link in the letter. */
  publicUrl: string;
  /** In which they are answered. */
  locale?: string;
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
  const { row } = await loadVisibleAsset(deps, slug);
  const reader = await coordinatorToTell(deps, row.area_id);
  const id = idOf([form, slug, said.type, said.text, said.reply_email ?? '']);
  await deps.db.transaction((tx) =>
    keepSuggestion(tx, { id, said, locale, asset: row, reader, publicUrl, now, tellAt: now, byGroup: false }),
  );
}

export interface KeptSuggestion {
  id: string;
  said: Suggestion;
  /** In which it is answered. */
  locale: string;
  asset: LetterAsset & { id: string };
  reader: Told | null;
  publicUrl: string;
  now: Date;
  /** When the letter goes: some can be taken back before. */
  tellAt: Date;
  /** Said by the group itself, through the link it was sent. */
  byGroup: boolean;
}

/** Within a transaction that may do more. */
export async function keepSuggestion(tx: Queryable, kept: KeptSuggestion): Promise<void> {
  const { id, said, locale, asset, reader, publicUrl, now, byGroup } = kept;
  const today = londonDate(now);
  const deleteOn = addDays(today, keptDays);
  const told = reader && (await holdToldToday(tx, { coordinator: reader.slug, assetId: asset.id, today }));
  const isToldNow = told !== null && told.of_asset < mostLettersOfAsset && told.of_coordinator < mostLettersToCoordinator;
  const isNew = await insertSuggestion(tx, {
    ...{ ...said, id, asset_id: asset.id, text: said.text || null, created_at: now, delete_on: deleteOn, by_group: byGroup },
    ...{ coordinator: reader?.slug ?? null, told_on: isToldNow ? today : null, locale },
  });
  if (!isNew || !isToldNow || reader === null) return;
  const letter = suggestionLetter({ ...said, asset }, reader, { publicUrl, deleteOn, byGroup });
  await queueMail(tx, { id, to: reader.email, ...letter }, { now: kept.tellAt, deleteOn });
}

/** Who reads what is said of an area. */
export interface Told extends LetterReader {
  /** Of the coordinator. */
  slug: string;
  email: string;
}

/** Leads before those who cover; whoever has an address. */
export async function coordinatorToTell(deps: SuggestDeps, areaId: string | null): Promise<Told | null> {
  if (areaId === null) return null;
  const here = (await coordinatorsOfAreas(deps, [areaId])).get(areaId) ?? [];
  const [told] = here.flatMap(({ slug, first_name: firstName, email }) => (email ? [{ slug, firstName, email }] : []));
  if (!told) return null;
  const { languages } = await findCoordinator(deps, told.slug);
  return { ...told, language: letterLanguage(languages) };
}

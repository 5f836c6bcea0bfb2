import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import { queueMail, unqueueMail } from '../mail/queue-mail.ts';
import { letterLanguage } from '../suggestions/letter-words.ts';
import { idOf } from '../suggestions/suggestion-id.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import { coverToTell } from './arrangement-queries.ts';
import { type CoverNews, coverLetter } from './cover-letter.ts';

export interface Telling {
  /** Whoever arranged or ended it; they need no letter about themselves. */
  viewer: SignedIn;
  now: Date;
  publicUrl: string;
}

/** A letter that could not be sent for so long is not worth sending. */
const letterDays = 14;

/** Tells who stands in that they do: now, and on the morning of the first day once more. */
export async function tellOfCover(tx: Queryable, id: string, telling: Telling): Promise<void> {
  const from = await write(tx, id, { ...telling, news: 'given' });
  if (from && from > londonDate(telling.now)) await write(tx, id, { ...telling, news: 'begins', at: londonInstant(from, '07:00') });
}

/** The same of its early end; before it goes, for afterwards nobody knows whose it was. */
export async function tellOfEnd(tx: Queryable, id: string, telling: Telling & { hasBegun: boolean }): Promise<void> {
  await forgetCover(tx, id);
  await write(tx, id, { ...telling, news: telling.hasBegun ? 'ended' : 'off' });
}

/** It never comes to be: nobody is told that it begins. */
export const forgetCover = (tx: Queryable, id: string): Promise<void> => unqueueMail(tx, letterId(id, 'begins'));

/** Answers the first day; null: there is nobody to tell. */
async function write(
  tx: Queryable,
  id: string,
  { viewer, now, publicUrl, news, at = now }: Telling & { news: CoverNews; at?: Date },
): Promise<string | null> {
  const cover = await coverToTell(tx, id);
  if (!cover?.email || cover.coordinator_id === viewer.coordinatorId) return null;
  const locale = cover.locale ?? letterLanguage(cover.languages);
  const area = (locale === 'cy' && cover.area_cy) || cover.area;
  const { first_name: reader, starts_on: from, ends_on: until } = cover;
  const letter = coverLetter(locale, news, {
    reader,
    area,
    by: viewer.name,
    from,
    until,
    link: `${publicUrl}${locale === 'cy' ? '/cy' : ''}/desk`,
  });
  const deleteOn = news === 'begins' ? addDays(until, 1) : addDays(londonDate(now), letterDays);
  await queueMail(tx, { id: letterId(id, news), to: cover.email, ...letter }, { now: at, deleteOn });
  return from;
}

const letterId = (id: string, news: CoverNews) => idOf(['cover', news, id]);

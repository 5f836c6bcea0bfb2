import { onceMore } from '../db/once-more.ts';
import type { Deps } from '../deps.ts';
import { createKeptAnswers, type KeptAnswers } from '../search/kept-answers.ts';
import { londonDate } from '../time/london-time.ts';
import type { WhatsOnFilters } from './whats-on-conditions.ts';
import { countsOfDays, type DayCountRow } from './whats-on-queries.ts';

const kept = new WeakMap<object, KeptAnswers<DayCountRow[]>>();
const mostKept = 2_000;
const minuteMs = 60_000;

/**
 * What each day has, by its parts. Whoever asks for the same filters gets a day's same figures until the directory changes, or for a day
 * that has begun the minute: dates end on whole minutes.
 */
export async function countDays(
  { db, directoryVersion }: Pick<Deps, 'db' | 'directoryVersion'>,
  filters: WhatsOnFilters,
  dates: string[],
): Promise<DayCountRow[]> {
  if (filters.assetIds || filters.place) return countsOfDays(db, filters, dates);
  const { now, ...asked } = filters;
  const version = await directoryVersion();
  const [today, minute] = [londonDate(now), Math.floor(now.getTime() / minuteMs)];
  const unknown: string[] = [];
  // Once all days have been looked for: what is not known of them is one question.
  const asking = Promise.resolve().then(() => (unknown.length > 0 ? onceMore(() => countsOfDays(db, filters, unknown)) : []));
  const counts = dates.map((date) =>
    countsKept(db).get(JSON.stringify([asked, date]), date > today ? `${version}` : `${version} ${minute}`, () => {
      unknown.push(date);
      return asking.then((rows) => rows.filter((row) => row.date === date));
    }),
  );
  return (await Promise.all(counts)).flat();
}

function countsKept(db: object): KeptAnswers<DayCountRow[]> {
  const known = kept.get(db) ?? createKeptAnswers(mostKept);
  kept.set(db, known);
  return known;
}

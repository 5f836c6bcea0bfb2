import type { Deps } from '../deps.ts';
import { createKeptAnswers, type KeptAnswers } from '../search/kept-answers.ts';
import type { WhatsOnFilters } from './whats-on-conditions.ts';
import { countsOfDays, type DayCountRow } from './whats-on-queries.ts';

const kept = new WeakMap<object, KeptAnswers<DayCountRow[]>>();
const mostKept = 200;
const minuteMs = 60_000;

/**
 * What each day has, by its parts. Whoever asks for the same days and filters gets the same figures until the directory changes, or the
 * minute: dates end on whole minutes. Coordinators' doors are not searched for, so that theirs may come a minute late.
 */
export async function countDays(
  { db, embeddedIndex }: Pick<Deps, 'db' | 'embeddedIndex'>,
  filters: WhatsOnFilters,
  dates: string[],
): Promise<DayCountRow[]> {
  if (filters.assetIds || filters.place) return countsOfDays(db, filters, dates);
  const { now, ...asked } = filters;
  const version = `${await embeddedIndex.version()} ${Math.floor(now.getTime() / minuteMs)}`;
  return countsKept(db).get(JSON.stringify([asked, dates]), version, () => countsOfDays(db, filters, dates));
}

function countsKept(db: object): KeptAnswers<DayCountRow[]> {
  const known = kept.get(db) ?? createKeptAnswers(mostKept);
  kept.set(db, known);
  return known;
}

import type { OccurrenceQuery } from '../contract/asset-query.ts';
import type { Occurrences } from '../contract/session.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { listDates } from '../sessions/list-dates.ts';
import { addDays, daysBetween, londonDate } from '../time/london-time.ts';
import { loadVisibleAsset } from './load-visible-asset.ts';

const usualDays = 28;
const mostDays = 366;

/** The dates of one asset between two days, both included; four weeks from today unless told. Throws not-found and bad-request. */
export async function listOccurrences(deps: Pick<Deps, 'db' | 'clock'>, idOrSlug: string, query: OccurrenceQuery): Promise<Occurrences> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const from = query.from ?? today;
  const to = query.to ?? addDays(from, usualDays);
  if (to < from) throw badRequest([{ field: 'to', detail: 'comes before from; turn them round' }]);
  if (daysBetween(from, to) > mostDays) throw badRequest([{ field: 'to', detail: `ask for at most ${mostDays} days at once` }]);

  const { row } = await loadVisibleAsset(deps, idOrSlug);
  const { dates } = await listDates(deps.db, row.id, { from, to, now });
  return { items: dates, from, to };
}

import { freshnessOf } from '../checks/freshness-rules.ts';
import type { OccurrenceQuery } from '../contract/asset-query.ts';
import type { Occurrences } from '../contract/session.ts';
import type { Deps } from '../deps.ts';
import { badRequest, notFound } from '../errors.ts';
import { listDates } from '../sessions/list-dates.ts';
import { addDays, daysBetween, londonDate } from '../sessions/london-time.ts';
import { assetRow } from './asset-queries.ts';
import { mayBeSeen } from './asset-rules.ts';

const usualDays = 28;
const mostDays = 366;

/** The dates of one asset between two days, both included; four weeks from today unless told. Throws not-found and bad-request. */
export async function listOccurrences(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  idOrSlug: string,
  query: OccurrenceQuery,
): Promise<Occurrences> {
  const now = clock.now();
  const today = londonDate(now);
  const from = query.from ?? today;
  const to = query.to ?? addDays(from, usualDays);
  if (to < from) throw badRequest([{ field: 'to', detail: 'comes before from; turn them round' }]);
  if (daysBetween(from, to) > mostDays) throw badRequest([{ field: 'to', detail: `ask for at most ${mostDays} days at once` }]);

  const [row] = await assetRow(db, idOrSlug);
  if (!row) throw notFound('This page');
  const freshness = freshnessOf(row.last_checked_at, row.half_life_days, now);
  if (!mayBeSeen({ status: row.status, freshness, giftExpiresOn: row.gift_expires_on }, today)) throw notFound('This page');
  const { dates } = await listDates(db, row.id, { from, to });
  return { items: dates, from, to };
}

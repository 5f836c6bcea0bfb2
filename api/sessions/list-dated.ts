import type { Point } from '../contract/geo.ts';
import type { Occurrence } from '../contract/session.ts';
import type { Deps } from '../deps.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import { type DatedRow, type DatedSubjects, type DatesAsked, datedOccurrences } from './dated-queries.ts';
import { presentOccurrence } from './present-session.ts';

/** A date and whose it is: an asset's or a coordinator's. */
export interface Dated {
  occurrence: Occurrence;
  assetId: string | null;
  coordinator: { slug: string; first_name: string } | null;
  /** The date that its rule gave it, before anyone moved it. */
  ruleDate: string;
  /** Opening hours rather than a happening. */
  openMostDays: boolean;
  /** When the date itself was last changed, and when anything that a calendar says of it. */
  dateChangedAt: Date;
  changedAt: Date;
  address: string | null;
  postcode: string | null;
  point: Point | null;
}

/** Everything may be left out but how long it is: from today, any day, any time, all there are. */
export interface DatedWindow extends Partial<DatesAsked> {
  days: number;
  /** The last day, YYYY-MM-DD, where it comes before the end of those days. */
  to?: string | null;
  /** The soonest so many. */
  most?: number;
}

/** The dates of some assets and coordinators for `days` days from a day (today unless told), from now at the earliest, soonest first. */
export async function listDated(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  subjects: DatedSubjects,
  { from = null, to = null, days, weekdays = [], times = [], most }: DatedWindow,
): Promise<Dated[]> {
  if (subjects.assetIds.length + subjects.coordinators.length === 0) return [];
  const now = clock.now();
  const end = addDays(from ?? londonDate(now), days);
  const until = londonInstant(to && to < end ? addDays(to, 1) : end, '00:00');
  return (await datedOccurrences(db, subjects, { after: now, until, from, weekdays, times, limit: most ?? null })).map(present);
}

const present = (row: DatedRow): Dated => ({
  occurrence: presentOccurrence(row),
  assetId: row.asset_id,
  coordinator:
    row.coordinator_slug && row.coordinator_first_name ? { slug: row.coordinator_slug, first_name: row.coordinator_first_name } : null,
  ruleDate: row.rule_date,
  openMostDays: row.most_days,
  dateChangedAt: row.date_changed_at,
  changedAt: row.changed_at,
  address: row.venue_address,
  postcode: row.venue_postcode,
  point: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
});

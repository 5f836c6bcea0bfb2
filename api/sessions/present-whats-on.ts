import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { DayPart } from '../contract/vocabulary.ts';
import type { WhatsOnDay, WhatsOnItem } from '../contract/whats-on.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { presentOccurrence } from './present-session.ts';
import type { DayCountRow, WhatsOnRow } from './whats-on-queries.ts';

/** Null for what is neither an asset that may be seen nor a coordinator. */
export function presentWhatsOnItem(row: WhatsOnRow, listing: Listing | null, near: Point | null): WhatsOnItem | null {
  const { coordinator_slug: slug, coordinator_first_name: firstName, lat, lng } = row;
  const coordinator = slug && firstName ? { slug, first_name: firstName } : null;
  if (!listing && !coordinator) return null;
  return {
    occurrence: presentOccurrence(row),
    listing,
    coordinator,
    open_most_days: row.most_days,
    distance_metres: near && lat !== null && lng !== null ? Math.round(metresBetween(near, { lat, lng })) : null,
  };
}

/** Every day, those with nothing too. `times`: the parts of the day that were asked for; none means all. */
export function presentDays(
  dates: string[],
  counts: DayCountRow[],
  { times, items }: { times: DayPart[]; items: WhatsOnItem[] },
): WhatsOnDay[] {
  const days = new Map(
    dates.map((date): [string, WhatsOnDay] => [
      date,
      { date, total: 0, times: { morning: 0, afternoon: 0, evening: 0 }, listed: 0, items: [] },
    ]),
  );
  for (const { date, day_part: part, listed, on } of counts) {
    const day = days.get(date);
    if (!day) continue;
    day.times[part] += on;
    if (times.length > 0 && !times.includes(part)) continue;
    day.total += on;
    day.listed += listed;
  }
  for (const item of items) days.get(item.occurrence.starts_at.slice(0, 10))?.items.push(item);
  return [...days.values()];
}

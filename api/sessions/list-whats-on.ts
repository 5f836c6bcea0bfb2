import type { Point } from '../contract/geo.ts';
import type { WhatsOn } from '../contract/whats-on.ts';
import { WhatsOnQuery } from '../contract/whats-on.ts';
import type { Deps } from '../deps.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import { hydrateWhatsOn } from './hydrate-whats-on.ts';
import { occurrencesOfDays } from './whats-on-queries.ts';
import { toWhatsOnFilters } from './whats-on-rules.ts';

export type Where = { area: string } | { near: Point; withinMetres: number } | null;

const mostOfDay = 300;

/** What is on for `days` days from a day (today unless told), from now at the earliest, soonest first; cancelled dates stay, marked. */
export async function listWhatsOn(
  deps: Pick<Deps, 'db' | 'clock'>,
  where: Where,
  { from, days }: { from?: string; days: number },
): Promise<WhatsOn> {
  const now = deps.clock.now();
  const first = from ?? londonDate(now);
  const midnight = londonInstant(first, '00:00');
  const near = where && 'near' in where ? where.near : null;
  const query = WhatsOnQuery.parse(where && 'near' in where ? { within: where.withinMetres } : { area: where?.area });
  // From the day before, whose late evening may not be over yet.
  const dates = Array.from({ length: days + 1 }, (_, index) => addDays(first, index - 1));
  const rows = await occurrencesOfDays(
    deps.db,
    { ...toWhatsOnFilters(query, near), now: now > midnight ? now : midnight, assetIds: null },
    { dates, offset: 0, limit: mostOfDay },
  );
  const inOrder = rows.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
  return { items: await hydrateWhatsOn(deps, inOrder, near), from: first, to: addDays(first, days - 1) };
}

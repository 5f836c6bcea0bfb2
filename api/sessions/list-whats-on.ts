import { loadListings } from '../assets/load-listings.ts';
import type { Point } from '../contract/geo.ts';
import type { WhatsOn } from '../contract/whats-on.ts';
import type { Deps } from '../deps.ts';
import { boxAround } from '../geo/box-around.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { addDays, londonDate, londonInstant } from './london-time.ts';
import { presentOccurrence } from './present-session.ts';
import type { WhatsOnRow, WhatsOnWindow } from './whats-on-queries.ts';
import { occurrencesInArea, occurrencesInBox } from './whats-on-queries.ts';

export type Where = { area: string } | { near: Point; withinMetres: number } | null;

const mostItems = 1_000;

/** What is on for `days` days from a day (today unless told), from now at the earliest, soonest first; cancelled dates stay, marked. */
export async function listWhatsOn(
  deps: Pick<Deps, 'db' | 'clock'>,
  where: Where,
  { from, days }: { from?: string; days: number },
): Promise<WhatsOn> {
  const now = deps.clock.now();
  const first = from ?? londonDate(now);
  const midnight = londonInstant(first, '00:00');
  const window = { after: now > midnight ? now : midnight, until: londonInstant(addDays(first, days), '00:00'), limit: mostItems };
  const rows = await rowsOf(deps, where, window);
  const assetIds = [...new Set(rows.flatMap(({ asset_id }) => asset_id ?? []))];
  const listings = await loadListings(deps, assetIds, where && 'near' in where ? where.near : null);
  const items = rows.flatMap((row) => {
    const listing = row.asset_id ? listings.get(row.asset_id) : undefined;
    const coordinator =
      row.coordinator_slug && row.coordinator_first_name ? { slug: row.coordinator_slug, first_name: row.coordinator_first_name } : null;
    return listing || coordinator ? [{ occurrence: presentOccurrence(row), listing: listing ?? null, coordinator }] : [];
  });
  return { items, from: first, to: addDays(first, days - 1) };
}

async function rowsOf({ db }: Pick<Deps, 'db'>, where: Where, window: WhatsOnWindow): Promise<WhatsOnRow[]> {
  if (!where || 'area' in where) return occurrencesInArea(db, where?.area ?? null, window);
  const rows = await occurrencesInBox(db, boxAround(where.near, where.withinMetres), window);
  return rows.filter((row) => metresBetween(where.near, row) <= where.withinMetres);
}

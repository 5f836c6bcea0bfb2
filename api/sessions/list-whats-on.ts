import { loadListings } from '../assets/load-listings.ts';
import type { Point } from '../contract/geo.ts';
import type { WhatsOn } from '../contract/whats-on.ts';
import type { Deps } from '../deps.ts';
import { boxAround } from '../places/box-around.ts';
import { metresBetween } from '../places/metres-between.ts';
import { addDays, londonDate, londonInstant } from './london-time.ts';
import { presentOccurrence } from './present-session.ts';
import type { WhatsOnRow, WhatsOnWindow } from './whats-on-queries.ts';
import { occurrencesInArea, occurrencesInBox } from './whats-on-queries.ts';

export type Where = { area: string } | { near: Point; withinMetres: number } | null;

const mostItems = 400;

/** What is on from now until the end of the `days`-th day, soonest first; cancelled dates stay, marked. */
export async function listWhatsOn(deps: Pick<Deps, 'db' | 'clock'>, where: Where, days: number): Promise<WhatsOn> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const rows = await rowsOf(deps, where, { now, until: londonInstant(addDays(today, days), '00:00'), limit: mostItems });
  const assetIds = [...new Set(rows.flatMap(({ asset_id }) => asset_id ?? []))];
  const listings = await loadListings(deps, assetIds, where && 'near' in where ? where.near : null);
  const items = rows.flatMap((row) => {
    const listing = row.asset_id ? listings.get(row.asset_id) : undefined;
    const coordinator =
      row.coordinator_slug && row.coordinator_first_name ? { slug: row.coordinator_slug, first_name: row.coordinator_first_name } : null;
    return listing || coordinator ? [{ occurrence: presentOccurrence(row), listing: listing ?? null, coordinator }] : [];
  });
  return { items, from: today, to: addDays(today, days - 1) };
}

async function rowsOf({ db }: Pick<Deps, 'db'>, where: Where, window: WhatsOnWindow): Promise<WhatsOnRow[]> {
  if (!where || 'area' in where) return occurrencesInArea(db, where?.area ?? null, window);
  const rows = await occurrencesInBox(db, boxAround(where.near, where.withinMetres), window);
  return rows.filter((row) => metresBetween(where.near, row) <= where.withinMetres);
}

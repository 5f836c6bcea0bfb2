import type { WeekSheet } from '../contract/week-sheet.ts';
import { listDated } from '../sessions/list-dated.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { datesAsked } from './date-rules.ts';
import { phoneContacts } from './export-queries.ts';
import { type Chosen, coordinatorsFor, type GatherDeps, gatherAssets } from './gather-assets.ts';

const days = 7;

/** A week of a search or of what someone kept, from today or from the day that was asked for. Throws bad-request for what makes no sense. */
export async function makeWeekSheet(deps: GatherDeps, chosen: Chosen): Promise<WeekSheet> {
  const gathered = await gatherAssets(deps, chosen);
  const today = londonDate(deps.clock.now());
  const asked = datesAsked(gathered.query, today);
  const from = asked.from ?? today;
  const listings = new Map(gathered.listings.map((listing) => [listing.id, listing]));
  const assetIds = [...listings.keys()];
  const [dated, contacts, coordinators] = await Promise.all([
    listDated(deps, { assetIds, coordinators: [] }, { ...asked, days }),
    phoneContacts(deps.db, assetIds),
    coordinatorsFor(deps, chosen, gathered),
  ]);
  const datedIds = new Set(dated.map(({ assetId }) => assetId));
  return {
    from,
    to: addDays(from, days - 1),
    place: gathered.near?.label ?? null,
    items: dated.flatMap(({ assetId, occurrence, openMostDays }) => {
      const listing = assetId ? listings.get(assetId) : undefined;
      return listing ? [{ occurrence, listing, coordinator: null, open_most_days: openMostDays, distance_metres: null }] : [];
    }),
    order: gathered.listings.map(({ slug }) => slug),
    undated: gathered.listings.filter(({ id }) => !datedIds.has(id)),
    contacts,
    coordinators,
    missing: gathered.missing,
  };
}

import type { WeekSheet } from '../contract/week-sheet.ts';
import { listDated } from '../sessions/list-dated.ts';
import { addDays, londonDate } from '../sessions/london-time.ts';
import { isAskedFor } from './date-rules.ts';
import { phoneContacts } from './export-queries.ts';
import { type Chosen, coordinatorsFor, type GatherDeps, type Gathered, gatherAssets } from './gather-assets.ts';

const days = 7;

/** A week of a search or of what someone kept, from today or from the day that was asked for. Throws bad-request for what makes no sense. */
export async function makeWeekSheet(deps: GatherDeps, chosen: Chosen): Promise<WeekSheet> {
  const gathered = await gatherAssets(deps, chosen);
  const from = firstDay(gathered, londonDate(deps.clock.now()));
  const listings = new Map(gathered.listings.map((listing) => [listing.id, listing]));
  const assetIds = [...listings.keys()];
  const [dated, contacts, coordinators] = await Promise.all([
    listDated(deps, { assetIds, coordinators: [] }, { from, days }),
    phoneContacts(deps.db, assetIds),
    coordinatorsFor(deps, chosen, gathered),
  ]);
  const asked = dated.filter(({ localDate, occurrence }) =>
    isAskedFor(gathered.query, { localDate, startsAt: new Date(occurrence.starts_at) }),
  );
  const datedIds = new Set(asked.map(({ assetId }) => assetId));
  return {
    from,
    to: addDays(from, days - 1),
    place: gathered.place,
    items: asked.flatMap(({ assetId, occurrence, openMostDays }) => {
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

/** A day that is past has no week to print. */
function firstDay({ query }: Gathered, today: string): string {
  const asked = query?.on ?? query?.from;
  return asked && asked > today ? asked : today;
}

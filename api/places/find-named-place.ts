import type { Deps } from '../deps.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { editDistance } from '../search/embedded/edit-distance.ts';
import { foldText } from '../search/fold-text.ts';
import { slipsAllowed } from './misspelling-rules.ts';
import { type NamedRow, placesAlike, placesBegun, publicVenuesAlike, type VenueRow } from './place-queries.ts';

type PlaceDeps = Pick<Deps, 'db' | 'clock'>;

/** Of two places of one name the one earlier in this list is meant. */
const types = ['town', 'village', 'district', 'landmark', 'venue', 'street'];

/**
 * The town, street, landmark or venue of that name: whole, begun ("aberhav"), with its town ("Mill Lane, Aberhaven"), or misspelt.
 * `wholeNames`: one that is only begun does not count. A venue counts only while something public is held there.
 */
export async function findNamedPlace(deps: PlaceDeps, text: string, wholeNames: boolean): Promise<NamedRow | null> {
  const folded = foldText(text);
  if (folded.length < 2) return null;
  const venues = await loadVenues(deps, folded);
  const [best] = await begunSo(deps, folded, venues);
  if (best && (!wholeNames || best.folded === folded)) return best;
  return (await findInTown(deps, text)) ?? (await findMisspelt(deps, folded, venues));
}

/** Names that begin so: whole ones first, then towns before villages before streets, then the shortest. */
async function begunSo(deps: PlaceDeps, folded: string, venues: NamedRow[]): Promise<NamedRow[]> {
  const found = [...(await placesBegun(deps.db, folded)), ...venues.filter((venue) => venue.folded.startsWith(folded))];
  const isPart = (place: NamedRow) => Number(place.folded !== folded);
  return found.sort(
    (one, other) =>
      isPart(one) - isPart(other) || types.indexOf(one.type) - types.indexOf(other.type) || one.folded.length - other.folded.length,
  );
}

/** "Mill Lane, Aberhaven": of all streets of that name the one closest to the town. */
async function findInTown(deps: PlaceDeps, text: string): Promise<NamedRow | null> {
  const comma = text.lastIndexOf(',');
  const [before, after] = [foldText(text.slice(0, Math.max(0, comma))), foldText(text.slice(comma + 1))];
  // One letter, or a half with none ("!, Sale"), would begin nearly every name.
  if (comma < 1 || after.length < 2) return null;
  const [town] = await begunSo(deps, after, await loadVenues(deps, after));
  const streets = before.length < 2 ? [] : await begunSo(deps, before, await loadVenues(deps, before));
  if (streets.length === 0 || !town) return town ?? null;
  return streets.reduce((one, other) => (metresBetween(other, town) < metresBetween(one, town) ? other : one));
}

async function findMisspelt(deps: PlaceDeps, folded: string, venues: NamedRow[]): Promise<NamedRow | null> {
  const most = slipsAllowed(folded.length);
  if (most === 0) return null;
  const candidates = [...(await placesAlike(deps.db, folded, most)), ...venues]
    .map((place) => ({ place, slips: editDistance(folded, place.folded, most) }))
    .filter(({ slips }) => slips <= most);
  candidates.sort((one, other) => one.slips - other.slips);
  return candidates[0]?.place ?? null;
}

/** Under each of its names, folded as everything here is. */
async function loadVenues({ db, clock }: PlaceDeps, folded: string): Promise<NamedRow[]> {
  const rows = await publicVenuesAlike(db, folded, clock.now());
  return rows.flatMap((venue) => (venue.name_cy ? [named(venue, venue.name), named(venue, venue.name_cy)] : [named(venue, venue.name)]));
}

const named = ({ lat, lng }: VenueRow, name: string): NamedRow => ({ name, folded: foldText(name), type: 'venue', lat, lng });

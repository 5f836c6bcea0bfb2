import type { Deps } from '../deps.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { editDistance } from '../search/embedded/edit-distance.ts';
import { foldText } from '../search/fold-text.ts';
import { slipsAllowed } from './misspelling-rules.ts';
import { type NamedRow, placesAlike, placesBegun, publicVenuesLike } from './place-queries.ts';

type PlaceDeps = Pick<Deps, 'db' | 'clock'>;

/** Of two places of one name the one earlier in this list is meant. */
const types = ['town', 'village', 'district', 'landmark', 'venue', 'street'];

const settlements = new Set(['town', 'village', 'district']);

export const isSettlement = ({ type }: Pick<NamedRow, 'type'>) => settlements.has(type);

/**
 * The town, street, landmark or venue of that name: whole, begun ("aberhav"), with its town ("Mill Lane, Aberhaven"), or misspelt.
 * `wholeNames`: one that is only begun does not count. A venue counts only while something public is held there.
 */
export async function findNamedPlace(deps: PlaceDeps, text: string, wholeNames: boolean): Promise<NamedRow | null> {
  const folded = foldText(text);
  if (folded.length < 2) return null;
  const begun = await findBegun(deps, folded);
  const [best] = begun.places;
  if (best && (!wholeNames || best.folded === folded)) return best;
  return (await findInTown(deps, text)) ?? (await findMisspelt(deps, folded, begun.venues));
}

interface Begun {
  /** Whole names first, then towns before villages before streets, then the shortest. */
  places: NamedRow[];
  /** Venues with a likely name, begun so or not; none when a whole town or landmark is called so, for then no venue can come first. */
  venues: NamedRow[];
}

async function findBegun(deps: PlaceDeps, folded: string): Promise<Begun> {
  if (folded.length < 2) return { places: [], venues: [] };
  const known = sorted(await placesBegun(deps.db, folded), folded);
  const [first] = known;
  if (first?.folded === folded && types.indexOf(first.type) < types.indexOf('venue')) return { places: known, venues: [] };
  const venues = await loadVenues(deps, folded);
  return { places: sorted([...known, ...venues.filter((venue) => venue.folded.startsWith(folded))], folded), venues };
}

function sorted(places: NamedRow[], folded: string): NamedRow[] {
  const isPart = (place: NamedRow) => Number(place.folded !== folded);
  const rank = (place: NamedRow) => types.indexOf(place.type);
  return places.toSorted((one, other) => isPart(one) - isPart(other) || rank(one) - rank(other) || one.folded.length - other.folded.length);
}

/** "Mill Lane, Aberhaven": of all streets of that name the one closest to the town. */
async function findInTown(deps: PlaceDeps, text: string): Promise<NamedRow | null> {
  const comma = text.lastIndexOf(',');
  if (comma < 1) return null;
  // Half a name with one letter or none ("!, Sale") would begin nearly every name: it finds nothing.
  const [town] = (await findBegun(deps, foldText(text.slice(comma + 1)))).places;
  if (!town) return null;
  const { places: streets } = await findBegun(deps, foldText(text.slice(0, comma)));
  if (streets.length === 0) return town;
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

/** Whatever in a name is no letter may stand between two words, and "&" for "and": the bits looked for lie within one word. */
async function loadVenues({ db, clock }: PlaceDeps, folded: string): Promise<NamedRow[]> {
  const words = folded.split(' ');
  const bits = words.flatMap((word, index) => (index === 0 || word.length > 3 ? [`%${bitOf(word)}%`] : []));
  const rows = await publicVenuesLike(db, { bits, begins: `${bitOf(words[0])}%`, length: folded.length }, clock.now());
  return rows.map((venue) => ({ ...venue, folded: foldText(venue.name), type: 'venue' }));
}

const bitOf = (word = '') => (word === 'and' ? '&' : word.slice(0, 4));

import type { AssetIndex } from '../../api/search/asset-index.ts';
import { type Figure, spread } from './figures.ts';
import { mistype } from './mistype.ts';
import type { Synthetic } from './synthetic-listings.ts';
import { documentIdOf } from './synthetic-queries.ts';

const soughtNames = 400;
const budgets = [99.5, 98, 90];

/** Whether a name with its place is among the first ten, as it is and mistyped. */
export async function benchFinding(index: AssetIndex, named: string, listings: Synthetic[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  // People have no place of their own.
  const sample = spread(
    listings.filter((listing) => listing.kind !== 'people'),
    soughtNames,
  );
  for (const [edits, budget] of budgets.entries()) {
    let [sought, found] = [0, 0];
    for (const [position, listing] of sample.entries()) {
      const text = mistype(listing.name, edits, position);
      if (text === null) continue;
      sought += 1;
      if (await isFound(index, text, listing)) found += 1;
    }
    figures.push({
      what: `${named}: found in the first ten, ${edits} errors`,
      figure: (100 * found) / sought,
      budget,
      unit: '%',
      atLeast: true,
    });
  }
  return figures;
}

async function isFound(index: AssetIndex, text: string, { slug, lat, lng }: Synthetic): Promise<boolean> {
  const yes = { free: false, justTurnUp: false, bringSomeone: false };
  const filters = { kinds: [], topics: [], areas: [], days: [], times: [], dates: null, ...yes, access: [], languages: [] };
  const near = { point: { lat, lng }, radiusMetres: null };
  const { ids } = await index.search({ text, filters: { ...filters, box: null, near }, sort: 'relevance', offset: 0, limit: 10 });
  return ids.includes(documentIdOf(slug));
}

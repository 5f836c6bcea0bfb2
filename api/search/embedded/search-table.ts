import { emptyFacets, type IndexAnswer, type IndexPoint, type IndexQuery } from '../asset-index.ts';
import { scoreOf } from '../match-levels.ts';
import { worthNear } from '../nearness.ts';
import { meaningsOf } from '../query-terms.ts';
import { isStale, mostStanding } from '../standing.ts';
import { createCounts } from './count-facets.ts';
import type { ListingTable } from './listing-table.ts';
import { type Choices, readChoices } from './match-choices.ts';
import { matchWords, type Wanted } from './match-words.ts';
import { createTopList } from './top-list.ts';

/** One pass over the table: the page, the total and the facets. */
export function searchTable(table: ListingTable, query: Omit<IndexQuery, 'text'>, words: Wanted): IndexAnswer {
  const matches = matchWords(table, words);
  const choices = readChoices(table, query.filters, query.sort === 'distance');
  const keyOf = orderKey(table, choices, query);
  const top = createTopList(query.offset + query.limit, table);
  const counts = query.facets === false ? null : createCounts(table, choices);
  let [total, assets, sure] = [0, 0, 0];
  const among = matches?.candidates ?? null;
  for (let at = 0; at < (among?.length ?? table.size()); at += 1) {
    const number = among === null ? at : (among[at] ?? 0);
    if (table.at(number) === undefined || !choices.isThere(number)) continue;
    const failed = choices.failed(number);
    // Failing two groups or more, it counts for nobody.
    if ((failed & (failed - 1)) !== 0) continue;
    // Last, for it costs the most.
    const score = matches === null ? 0 : matches.points(number);
    if (matches !== null && score === 0) continue;
    counts?.add(number, failed);
    if (failed !== 0) continue;
    total += 1;
    if (table.columns.tier[number] === 0) assets += 1;
    if (!choices.isUnsure(number)) sure += 1;
    top.offer(number, keyOf(number, score));
  }
  const ids = top.best().slice(query.offset);
  return { ids, total, assets, sure, facets: counts?.facets() ?? emptyFacets(), meant: meaningsOf(words.terms) };
}

export function pointsInTable(
  table: ListingTable,
  { filters, limit }: Omit<IndexQuery, 'text' | 'sort' | 'offset'>,
  words: Wanted,
): IndexPoint[] {
  const matches = matchWords(table, words);
  const choices = readChoices(table, filters);
  const points: IndexPoint[] = [];
  const among = matches?.candidates ?? null;
  for (let at = 0; at < (among?.length ?? table.size()) && points.length < limit; at += 1) {
    const number = among === null ? at : (among[at] ?? 0);
    const listing = table.at(number);
    const [lat = Number.NaN, lng = Number.NaN] = [table.columns.lat[number], table.columns.lng[number]];
    if (!listing || Number.isNaN(lat) || !choices.isThere(number) || choices.failed(number) !== 0) continue;
    if (matches?.points(number) === 0) continue;
    points.push({ id: listing.id, slug: listing.slug, kind: listing.kind, lat, lng });
  }
  return points;
}

/** A listing's place in the order as one number, the lowest first; names and then ids part what is equal. */
function orderKey(
  { columns }: ListingTable,
  choices: Choices,
  { sort, filters: { near } }: Omit<IndexQuery, 'text'>,
): (number: number, score: number) => number {
  // What is surely on stands before what may be, whatever the order.
  const tier = (number: number) => (columns.tier[number] ?? 0) * 2 + (choices.isUnsure(number) ? 1 : 0);
  const soonest = (number: number) => columns.soonest[number] ?? 0;
  const metres = (number: number) => {
    const far = choices.metres(number);
    return Number.isNaN(far) ? null : far;
  };
  switch (sort) {
    case 'relevance':
      // 2 bits, 10, 3 and 26: together less than the 53 that a number holds.
      return (number, found) => {
        const standing = columns.standing[number] ?? 0;
        const worth = near
          ? worthNear(scoreOf(found), { metres: metres(number), isSettlement: near.isSettlement }, isStale(standing))
          : found;
        return ((tier(number) * 1_024 + 1_023 - worth) * 8 + mostStanding - standing) * 2 ** 26 + soonest(number);
      };
    case 'distance':
      return (number) => tier(number) * 1e9 + (metres(number) ?? 9e8);
    case 'soonest':
      return (number) => tier(number) * 2 ** 27 + soonest(number);
    case 'name':
      return tier;
  }
}

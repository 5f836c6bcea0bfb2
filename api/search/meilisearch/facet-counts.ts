import type { FacetName } from '../../contract/asset-query.ts';
import type { IndexAnswer } from '../asset-index.ts';

export type Facets = IndexAnswer['facets'];
export type Distribution = Record<string, Record<string, number>>;

/** What is counted beside hits, and where it goes: what several answers say of one value is added up. */
export interface Counted {
  facets: string[];
  read(distribution: Distribution, facets: Facets): void;
}

/** A query for counts only. */
export interface FacetQuery extends Counted {
  filter: string[];
}

/** Signposts are counted as a kind and nowhere else. */
export const assetsOnly = 'tier = 0';

/** Exact, unlike the number of hits, which ends at 1,000. */
export const totalOf = (distribution: Distribution) => Object.values(distribution.tier ?? {}).reduce((sum, count) => sum + count, 0);

export const assetsOf = (distribution: Distribution) => distribution.tier?.['0'] ?? 0;

export function add(facets: Facets, facet: FacetName, counts: Record<string, number> = {}): void {
  for (const [value, count] of Object.entries(counts)) if (count > 0) facets[facet][value] = (facets[facet][value] ?? 0) + count;
}

import type { FacetName } from '../../contract/asset-query.ts';
import type { Queryable } from '../../db/database.ts';
import type { AssetDocument } from '../asset-index.ts';

export interface FacetValue {
  facet: FacetName;
  value: string;
}

export const facetKey = ({ facet, value }: FacetValue) => `${facet} ${value}`;

/** Numbers of these values, given now where they had none. In the caller's transaction: never kept, since it may yet roll back. */
export async function numberFacets(db: Queryable, values: FacetValue[]): Promise<Map<string, number>> {
  await addValues(db, values);
  const rows = await loadValues(db);
  return new Map(rows.map(({ code, facet, value }) => [facetKey({ facet, value }), code]));
}

export interface FacetNames {
  /** What a number stands for; a number once given never changes, so what is known stays known. */
  valueOf(code: number): FacetValue | undefined;
  /** One more than the highest number known. */
  size(): number;
  /** Reads the numbers given since. */
  refresh(): Promise<void>;
}

export function createFacetNames(db: Queryable): FacetNames {
  const values: (FacetValue | undefined)[] = [];
  return {
    valueOf: (code) => values[code],
    size: () => values.length,
    async refresh() {
      for (const { code, facet, value } of await loadValues(db)) values[code] = { facet, value };
    },
  };
}

/** What a document counts for; of days also each with its part, which counts when a part is chosen. */
export function facetsOf(document: AssetDocument): FacetValue[] {
  const of = (facet: FacetName, values: readonly string[]) => values.map((value) => ({ facet, value }));
  return [
    ...of('kind', [document.kind]),
    ...of('topic', document.topics),
    ...of('area', document.areas),
    ...of('day', document.days),
    ...of('time', document.times),
    ...of('cost', document.free ? ['free'] : []),
    ...of('access', document.access),
    ...of('language', document.languages),
  ];
}

async function addValues(db: Queryable, values: FacetValue[]): Promise<void> {
  await db.query(
    'search-add-facet-values',
    `insert into facet_values (facet, value)
     select distinct facet, value from unnest($1::text[], $2::text[]) as wanted (facet, value)
     where not exists (select from facet_values f where f.facet = wanted.facet and f.value = wanted.value)
     order by facet, value
     on conflict do nothing`,
    [values.map(({ facet }) => facet), values.map(({ value }) => value)],
  );
}

async function loadValues(db: Queryable): Promise<(FacetValue & { code: number })[]> {
  return db.query<FacetValue & { code: number }>('search-facet-values', 'select code, facet, value from facet_values');
}

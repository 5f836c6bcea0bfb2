import { AssetQuery, type Understood } from './asset-query.ts';

/** What words became, all pieces together, as part of a query. */
export function understoodQuery(understood: readonly Understood[]): Partial<AssetQuery> {
  const parameters = understoodParameters(understood);
  return Object.fromEntries(Object.entries(AssetQuery.parse(parameters)).filter(([name]) => name in parameters));
}

/** The same as an address carries it: two days are both days. */
export function understoodParameters(understood: readonly Understood[]): Record<string, string> {
  const together: Record<string, string> = {};
  for (const [name, values] of understood.flatMap(({ filters }) => Object.entries(filters)))
    together[name] = [...new Set([...(together[name]?.split(',') ?? []), ...values.split(',')])].join(',');
  return together;
}

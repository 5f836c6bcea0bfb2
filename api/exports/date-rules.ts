import type { AssetQuery } from '../contract/asset-query.ts';
import type { DatedWindow } from '../sessions/list-dated.ts';

type Asked = Pick<AssetQuery, 'day' | 'time' | 'on' | 'from' | 'to'>;

/**
 * Who looks for Tuesday evenings follows those, not all that a group does; who kept it follows all. What is past is never asked for.
 * `today` is YYYY-MM-DD.
 */
export function datesAsked(query: Asked | null, today: string): Omit<DatedWindow, 'days' | 'most'> {
  if (!query) return {};
  const { day, time, on, from, to } = query;
  const first = on ?? from ?? null;
  return { weekdays: day, times: time, from: first && first < today ? today : first, to: on ?? to ?? null };
}

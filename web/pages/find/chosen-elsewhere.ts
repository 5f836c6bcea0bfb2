import type { FilterOption } from '../../components/filter-panel/filter-panel.tsx';
import { sayDate } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';

/** What an address may carry and the filters have no box for: days, and the part of the map that was in view. */
export function chosenElsewhere({ t, now }: Reader, query: FindQuery): FilterOption[] {
  const { on, from, to, bbox } = query;
  const day = (value: string) => sayDate(t, value, now);
  const chosen: [name: string, label: string, without: FindQuery][] = [];
  if (on) chosen.push(['on', t('filter.on', { day: day(on) }), { on: undefined }]);
  if (from && to) chosen.push(['from', t('filter.between', { from: day(from), to: day(to) }), { from: undefined, to: undefined }]);
  else if (from) chosen.push(['from', t('filter.from', { from: day(from) }), { from: undefined }]);
  else if (to) chosen.push(['to', t('filter.to', { to: day(to) }), { to: undefined }]);
  if (bbox) chosen.push(['bbox', t('filter.in-view'), { bbox: undefined }]);
  return chosen.map(([name, label, without]) => ({
    name,
    value: name,
    label,
    count: null,
    chosen: true,
    without: { ...query, ...without, page: 1 },
  }));
}

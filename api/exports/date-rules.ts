import type { AssetQuery } from '../contract/asset-query.ts';
import { dayPartOf, weekdayOf } from '../time/london-time.ts';

type Asked = Pick<AssetQuery, 'day' | 'time' | 'on' | 'from' | 'to'>;

/** Who looks for Tuesday evenings follows those, not all that a group does; who kept it follows all. `localDate` is YYYY-MM-DD. */
export function isAskedFor(asked: Asked | null, { localDate, startsAt }: { localDate: string; startsAt: Date }): boolean {
  if (!asked) return true;
  const { day, time, on, from, to } = asked;
  if (day.length > 0 && !day.includes(weekdayOf(localDate))) return false;
  if (time.length > 0 && !time.includes(dayPartOf(startsAt))) return false;
  if (on) return localDate === on;
  return (!from || localDate >= from) && (!to || localDate <= to);
}

import { type TodayAfter, todayReasons } from '../../../../api/contract/today.ts';

/** Where a page of the list begins, as its address says it. */
export const afterInAddress = ({ reason, weight, key }: TodayAfter): string => `${reason}.${weight}.${key}`;

/** Null: at the top, or nothing that we wrote. */
export function readAfter(typed: unknown): TodayAfter | null {
  const [, reason = '', weight = '', key = ''] = /^([a-z-]+)\.(\d{1,9})\.(.{1,200})$/.exec(typeof typed === 'string' ? typed : '') ?? [];
  const known = todayReasons.find((each) => each === reason);
  return known ? { reason: known, weight: Number(weight), key } : null;
}

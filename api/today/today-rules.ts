import { type TodayAfter, type TodayReason, todayReasons } from '../contract/today.ts';

/** How much harm it does while it stands: what may send somebody to a closed door this week before all else. Less is worse. */
export const harmOf = (reason: TodayReason): number => todayReasons.indexOf(reason);

/** What does most harm first, then what weighs most: a wrong page that many see before one that nobody does. */
export function compareItems(one: TodayAfter, other: TodayAfter): number {
  return harmOf(one.reason) - harmOf(other.reason) || other.weight - one.weight || (one.key < other.key ? -1 : Number(one.key > other.key));
}

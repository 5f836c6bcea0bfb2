import type { LastCheck } from './listing.ts';

/** Why somebody should look: its address takes no letters, it has left the list, it stands last, nobody answered, it is ageing. */
export const uncheckedReasons = ['bounced', 'lapsed', 'stale', 'unanswered', 'ageing'] as const;
export type UncheckedReason = (typeof uncheckedReasons)[number];

/** Something on the desk that wants a check. */
export interface Unchecked {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  area: { name: string; name_cy: string | null } | null;
  reason: UncheckedReason;
  checked: LastCheck | null;
  /** The day it leaves the list unless somebody checks it, YYYY-MM-DD; null: it has left, or it stays. */
  goesOn: string | null;
  /** Letters since the last check. */
  asked: number;
  contact: { name: string | null; phone: string | null } | null;
  /** The viewer may open its page on the desk. */
  opens: boolean;
}

export interface UncheckedList {
  items: Unchecked[];
  /** All there are: the list holds the first of them. */
  total: number;
}

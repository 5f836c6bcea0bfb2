import type { LookAlike } from './look-alike.ts';
import type { Checker } from './vocabulary.ts';

/** Why something stands on the list, what does most harm while it is wrong first: the order of the list. */
export const todayReasons = [
  'closed-soon',
  'bounced',
  'closed',
  'lapsing',
  'unanswered',
  'changed',
  'proposed',
  'alike',
  'ending',
  'nowhere',
  'looked-for',
] as const;
export type TodayReason = (typeof todayReasons)[number];

/** What may be done with it where it stands. */
export const todayActs = [
  'closed',
  'still-on',
  'checked',
  'put-right',
  'kept',
  'published',
  'signpost',
  'left-out',
  'two',
  'goes-on',
  'ends',
  'placed',
  'in-area',
  'noted',
  'tomorrow',
  'next-week',
] as const;
export type TodayAct = (typeof todayActs)[number];

interface Named {
  name: string;
  name_cy: string | null;
}

/** What a neighbour proposed, as the desk reads it; the contact only where it may be shown to everyone. */
export interface ProposedWords {
  happens: string;
  when: string;
  place: string;
  join: string;
  contact: string;
  looks_like: 'asset' | 'service';
}

/** One card: one decision. */
export interface TodayItem extends Named {
  /** Its sort and what it is about: "check:<id of the asset>". */
  key: string;
  reason: TodayReason;
  /** Within a reason the weightiest first: mostly how often it was seen in thirty days. */
  weight: number;
  area: Named | null;
  /** Ids; none of what is no asset yet, two of what may be one. */
  assets: (Named & { id: string; slug: string })[];
  /** Why two may be one. */
  likenesses: LookAlike['likenesses'];
  /** In somebody's own words. */
  text: string | null;
  byGroup: boolean;
  /** When it was said, when it goes, or its last day, YYYY-MM-DD. */
  on: string | null;
  checked: { on: string; by: Checker } | null;
  contact: { name: string | null; phone: string } | null;
  proposal: ProposedWords | null;
}

/** Where the next items begin. */
export type TodayAfter = Pick<TodayItem, 'reason' | 'weight' | 'key'>;

export interface TodayList {
  items: TodayItem[];
  /** All there are; null where the list goes on after something. */
  total: number | null;
  next: TodayAfter | null;
}

/** The step just done. */
export interface TodayStep {
  id: string;
  act: TodayAct;
  name: string;
  name_cy: string | null;
  takenBack: boolean;
  canTakeBack: boolean;
  /** The asset that it made, by id: there a photo can be added. */
  made: string | null;
}

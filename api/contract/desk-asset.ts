import type { AssetState } from './asset-state.ts';
import type { MergedAsset } from './desk-pairs.ts';
import type { PhotoChange } from './desk-photo.ts';
import type { Point } from './geo.ts';
import type { OwnLinkTold } from './own-link.ts';
import type { TimesAssumed, TimesProblem } from './plain-times.ts';
import type { EventState, SessionState } from './session-state.ts';
import type { AssetKind, Checker } from './vocabulary.ts';

/** How an asset stands on the desk: how fresh what is published is, or why it is not shown. */
export const patchStates = ['fresh', 'ageing', 'stale', 'lapsed', 'paused', 'draft', 'retired'] as const;
export type PatchState = (typeof patchStates)[number];

export interface TwoNames {
  name: string;
  name_cy: string | null;
}

/** One line of "my patch". */
export interface PatchAsset extends TwoNames {
  id: string;
  kind: AssetKind;
  area: TwoNames | null;
  state: PatchState;
  checked: { on: string; by: Checker } | null;
  /** Whether this viewer may open it: what holds something private is for those who may read that. */
  opens: boolean;
}

export interface PatchPage {
  items: PatchAsset[];
  /** Id of the last one, to ask for what comes after; null: that is all. */
  next: string | null;
}

export interface PatchQuery {
  words: string;
  state: PatchState | null;
  /** An area's slug. */
  area: string | null;
  after: string | null;
}

/** What the ids in a state are called. */
export interface StateNames {
  areas: Record<string, TwoNames>;
  venues: Record<string, TwoNames>;
}

/** An asset as its keeper opens it. */
export interface OpenedAsset {
  id: string;
  slug: string;
  version: number;
  state: AssetState;
  shownAs: PatchState;
  /** In the district's own words: null where nobody has checked. */
  checked: { on: string; by: Checker } | null;
  names: StateNames;
  /** Where it is: its own spot, else its venue's. */
  point: Point | null;
  may: { publish: boolean; retire: boolean; readPrivate: boolean; giveLink: boolean };
  /** What this viewer put aside. */
  draft: { boxes: Record<string, string>; ofVersion: number; savedAt: string } | null;
  /** What this builder proposed, and what was answered. */
  proposed: { status: 'waiting' | 'declined'; answer: string | null; at: string } | null;
  /** The last step was this viewer's, and may still be undone. */
  undoable: boolean;
  watched: boolean;
  notes: ColleagueNote[];
  /** What was found to be this one. */
  merged: MergedAsset[];
  /** Others that write on it just now. */
  alsoWriting: string[];
}

export interface ColleagueNote {
  id: string;
  text: string;
  by: string | null;
  mine: boolean;
  at: string;
}

export type AssetWarning =
  | { code: 'outside-area' | 'no-way-to-join' | 'no-place' | 'no-times' }
  | { code: 'other-area'; area: TwoNames }
  | { code: 'past-end'; on: string }
  | { code: 'like-a-service'; words: string[] };

/** Where something may be, for a keeper to choose from. */
export type PlaceChoice =
  | ({ type: 'venue'; id: string; address: string | null } & TwoNames)
  | { type: 'point'; lat: number; lng: number; label: string };

/** What somebody wrote of times, and what was understood of it. */
export interface ReadTimes {
  sessions: SessionState[];
  events: Pick<EventState, 'starts_on' | 'start_time' | 'minutes'>[];
  problems: TimesTold[];
  assumed: TimesTold[];
}

export type TimesTold = TimesProblem | TimesAssumed;

/** A date of times that are only being written. */
export interface ComingDate {
  starts_at: string;
  ends_at: string;
  status: 'on' | 'cancelled' | 'moved';
}

export interface HistoryEntry {
  id: number;
  at: string;
  by: { type: 'account'; name: string | null } | { type: 'import' | 'other'; name: string };
  state: AssetState;
}

export interface AssetHistory {
  id: string;
  slug: string;
  version: number;
  name: string;
  /** Newest first. */
  entries: HistoryEntry[];
  /** What was done with its photos, newest first. */
  photos: PhotoChange[];
  names: StateNames;
  may: { publish: boolean };
  /** The group's own links, newest first. */
  links: OwnLinkTold[];
  /** For stewards: who read what is private of it. Null for everyone else. */
  privateReads: { at: string; by: string; what: string }[] | null;
}

/** What somebody says of an asset that they begin: nothing, one of the two, or both that say where it is. */
export interface NewAsset {
  name: string;
  kind: AssetKind;
  venue_id: string | null;
  lat: number | null;
  lng: number | null;
  /** Where it has no place. */
  area_id: string | null;
}

/** Something that may be the same as what is being begun. */
export interface AlikeAtDesk extends TwoNames {
  id: string;
  /** Of the page that everyone sees; null: nobody does. */
  slug: string | null;
  summary: string | null;
  /** Why nobody sees it; null: everyone does. */
  state: PatchState | null;
  /** Whether this viewer may open it on the desk. */
  opens: boolean;
}

export interface WatchedChange extends TwoNames {
  id: string;
  by: string | null;
  at: string;
}

/** What somebody at the desk began and did not finish. */
export interface OwnDraft extends TwoNames {
  id: string;
  /** Nobody sees it yet. */
  isNew: boolean;
  at: string;
}

/** A word that speaks of people by what they lack, and what to say instead. */
export interface PlainWord {
  words: string[];
  offers: string[];
  locale: 'en' | 'cy';
}

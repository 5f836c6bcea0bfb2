import type { AssetState } from './asset-state.ts';
import type { StateNames, TwoNames } from './desk-asset.ts';
import type { WaitingPhoto } from './desk-photo.ts';
import type { SuggestionType } from './suggestion.ts';

/** What a neighbour said of an asset. */
export interface WaitingSuggestion {
  id: string;
  type: SuggestionType;
  text: string | null;
  at: string;
  /** Somebody left an address, and hears what became of it. */
  hears: boolean;
  asset: TwoNames & { id: string; version: number; isShown: boolean };
}

/** What a builder or a group would change, beside what stands. */
export interface WaitingEdit {
  id: string;
  /** Null: the group itself, by its own link. */
  by: string | null;
  at: string;
  asset: TwoNames & { id: string };
  standing: AssetState;
  proposed: AssetState;
  /** Somebody else changed it since: it is looked at in the editor. */
  isOutOfDate: boolean;
}

/** Something new, as anyone told of it. */
export interface WaitingNew {
  id: string;
  at: string;
  state: AssetState;
  when: string;
  place: string;
  /** For the coordinator alone: whom to ask. */
  contact: string;
  mayShow: boolean;
  hears: boolean;
  looksLike: 'asset' | 'service';
  lookAlikes: (TwoNames & { id: string })[];
}

export interface WaitingList {
  suggestions: WaitingSuggestion[];
  edits: WaitingEdit[];
  photos: WaitingPhoto[];
  news: WaitingNew[];
  /** How many new ones wait in all, and in the heap of what is probably junk. */
  newCount: number;
  junkCount: number;
  names: StateNames;
}

/** What somebody published by themselves, for a coordinator to look through. */
export interface PublishedChange {
  asset: TwoNames & { id: string };
  /** First names of the builders. */
  by: string[];
  byGroup: boolean;
  at: string;
  /** Up to where it would be looked at. */
  lastRevision: number;
  /** What everyone saw before, and the revision that holds it; null: it is new. */
  before: { revision: number; state: AssetState } | null;
  standing: AssetState;
}

export interface PublishedList {
  items: PublishedChange[];
  names: StateNames;
}

export const reviewAnswers = ['accept', 'change-first', 'decline', 'signpost'] as const;
export interface ReviewAnswer {
  type: 'suggestion' | 'edit' | 'new';
  id: string;
  answer: (typeof reviewAnswers)[number];
  /** To whoever told us: a kind reason, or a word of thanks. */
  words: string;
}

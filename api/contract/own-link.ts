import type { AssetPart } from './asset-parts.ts';
import type { AssetState } from './asset-state.ts';
import type { ConfirmAnswer } from './confirm.ts';
import type { StateNames, TwoNames } from './desk-asset.ts';
import type { Listing } from './listing.ts';

/** What a group keeps by its own link: what people ask for when they add something, and its times. Everything else stays as it stands. */
export const ownParts = [
  ...(['name', 'name_cy', 'summary', 'summary_cy', 'description', 'sessions', 'events', 'place', 'how_to_join', 'cost'] as const),
  ...(['contact_name', 'contact_phone', 'contact_email', 'contact_web'] as const),
] satisfies AssetPart[];
export type OwnPart = (typeof ownParts)[number];

/** How a group's own link stands: it may be used, somebody stopped it, its time is up, or its asset is not on the list. */
export type OwnLinkState = 'open' | 'stopped' | 'old' | 'gone';

/** What a group finds behind its own link: no more of it than the public may know. */
export interface OwnLink {
  state: OwnLinkState;
  listing: Listing;
  version: number;
  /** As it stands, with what waits of the group's own words. All but `ownParts` is empty. Null: the link does nothing. */
  written: AssetState | null;
  names: StateNames;
  /** Of what is written, what waits for the coordinator; or was answered, with why. */
  waiting: { parts: OwnPart[]; status: 'waiting' | 'declined'; answer: string | null } | null;
  isPublic: boolean;
  /** Whether it has sessions that can rest. */
  canPause: boolean;
  coordinator: { slug: string; first_name: string } | null;
  /** The last that the group said or wrote. */
  answer: OwnAnswer | null;
  /** Whether that can still be taken back. */
  canTakeBack: boolean;
  /** When the link ends unless it is used, YYYY-MM-DD. */
  endsOn: string;
}

/** What became of what a group wrote: public at once, to be looked at first, some of each. */
export type OwnWritten = 'published' | 'waits' | 'both';

export type OwnAnswer = ConfirmAnswer | OwnWritten;

/** `right`: nothing was different; null: the link does nothing any more. */
export type OwnKept = OwnWritten | 'right' | null;

/** A link as the desk tells of it. */
export interface OwnLinkTold {
  at: string;
  by: string | null;
  endsOn: string;
  usedOn: string | null;
  stopped: { at: string; by: string | null } | null;
}

/** What a coordinator sees where a group's own link is made. */
export interface OwnLinkDesk {
  asset: TwoNames & { id: string };
  /** Why there can be none just now: it is not on the list, or holds something private. */
  cannot: 'not-shown' | 'private' | null;
  /** The group's address, to which it can be sent. */
  email: string | null;
  link: OwnLinkTold | null;
}

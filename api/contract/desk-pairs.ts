import type { AssetState } from './asset-state.ts';
import type { PatchState, StateNames, TwoNames } from './desk-asset.ts';
import type { LookAlike } from './look-alike.ts';

/** Two assets that may be one. */
export interface DeskPair {
  one: TwoNames & { id: string };
  other: TwoNames & { id: string };
  likenesses: LookAlike['likenesses'];
}

/** The same, laid open for choosing what stays. */
export interface OpenedPair {
  one: PairedAsset;
  other: PairedAsset;
  names: StateNames;
}

export interface PairedAsset {
  id: string;
  slug: string;
  version: number;
  shownAs: PatchState;
  state: AssetState;
}

/** Which asset stays, at what versions, and which of its parts are taken from the other one, or of both. */
export interface MergeChoice {
  keptId: string;
  keptVersion: number;
  mergedId: string;
  mergedVersion: number;
  fromMerged: string[];
  fromBoth: string[];
}

/** Parts that are lists: of two, both may stay. */
export const listParts = ['topics', 'sessions', 'events', 'languages', 'access'] as const;

/** An asset that went into another one. */
export interface MergedAsset extends TwoNames {
  id: string;
  at: string;
}

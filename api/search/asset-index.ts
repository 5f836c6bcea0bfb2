import type { FacetName } from '../contract/asset-query.ts';
import type { Box, Point } from '../contract/geo.ts';
import type { AccessFeature, DayPart, ListingKind, SortOrder, Weekday } from '../contract/vocabulary.ts';
import type { WhyFound } from '../contract/why-found.ts';
import type { Meaning } from './phrases.ts';

/** Raise it when what a document holds or means changes: rows and indexes of an older program are then made anew by themselves. */
export const documentVersion = 4;

/**
 * What the index knows of one asset or signpost: nothing that is not public, text already folded by `fold-text.ts`.
 * Made only by `asset-document.ts`.
 */
export interface AssetDocument {
  /** `asset-<uuid>` or `signpost-<uuid>`. */
  id: string;
  slug: string;
  /** 0 for assets, 1 for signposts: a signpost never stands before an asset. */
  tier: 0 | 1;
  kind: ListingKind;
  /** Folded; for sorting by name. */
  name_sort: string;
  /** Folded text in falling weight: names; topics, kind and other labels; summaries; the rest. */
  name: string;
  keywords: string;
  summary: string;
  body: string;
  topics: string[];
  /** Slugs of areas; a signpost for everywhere carries every area. */
  areas: string[];
  /** Weekdays on which it happens within the window, and each with its part of the day: `tuesday`, `tuesday:evening`. */
  days: string[];
  /** The same for dates: `2026-11-24`, `2026-11-24:evening`. */
  dates: string[];
  times: DayPart[];
  /** Open usually, always or by arrangement, whether or not it also has dates: on any day it may be there. */
  no_fixed_times: boolean;
  free: boolean;
  just_turn_up: boolean;
  bring_someone: boolean;
  access: AccessFeature[];
  languages: string[];
  /** Seconds since 1970 of the soonest date that is on; null when it has none. */
  next_at: number | null;
  point: Point | null;
  /** Who stands first among equally good matches, from `standing.ts`. */
  standing: number;
}

/** As it goes to another index: `version` tells two states of a document apart without reading them (`asset_search.version`). */
export type SentDocument = AssetDocument & { version?: string };

/** Values in one list are ORed, lists are ANDed; an empty list asks for nothing. */
export interface AssetFilters {
  kinds: ListingKind[];
  topics: string[];
  areas: string[];
  days: Weekday[];
  times: DayPart[];
  /** Inclusive, YYYY-MM-DD, inside the window of known dates. */
  dates: { from: string; to: string } | null;
  free: boolean;
  justTurnUp: boolean;
  bringSomeone: boolean;
  access: AccessFeature[];
  languages: string[];
  box: Box | null;
  /** `radiusMetres` null: only for sorting by distance; kept to within 3 % by an index that knows no circles. `isSettlement`: the point of a town, village or district that was named. */
  near: { point: Point; radiusMetres: number | null; isSettlement?: boolean } | null;
}

export interface IndexQuery {
  /** Words as typed; at most ten count, both adapters alike. Empty: everything that the filters let through. */
  text: string;
  filters: AssetFilters;
  sort: SortOrder;
  offset: number;
  limit: number;
  /** False: nobody asks for the counts, and they stay empty. */
  facets?: false;
  /** False: only the words as they are, no guess at others. */
  guesses?: false;
  /** False: which they are is all that is asked, in whatever order; of too many still those that `sort` puts first, roughly. */
  ordered?: false;
  /** Ids that are gone, and that the index may not have been told of yet. */
  without?: string[];
}

/** Words of a name, the last one perhaps unfinished. */
export interface NameQuery {
  text: string;
  near: Point | null;
  limit: number;
}

export interface IndexAnswer {
  /** Document ids, best first, assets before signposts. */
  ids: string[];
  /** Of assets and signposts together. */
  total: number;
  /** How many of them are assets. */
  assets: number;
  /** How many are surely on at the time asked for: they stand first, what has no fixed times after them. All, where no time was asked for. */
  sure: number;
  /** Assets, each group counted with the other groups' choices and without its own; signposts only as `kind.signpost`; `within` by the steps of `walks.ts`, where `near` is known. */
  facets: Record<FacetName, Record<string, number>>;
  /** What phrases among the words were taken to mean. */
  meant: Meaning[];
}

export const emptyFacets = (): IndexAnswer['facets'] => ({
  ...{ kind: {}, topic: {}, area: {}, day: {}, time: {}, cost: {} },
  ...{ just_turn_up: {}, bring_someone: {}, access: {}, language: {}, within: {} },
});

/** A document's place on the map. */
export interface IndexPoint {
  id: string;
  slug: string;
  kind: ListingKind;
  lat: number;
  lng: number;
}

/** What readers ask. Every method may throw `SearchUnavailable`. */
export interface AskedIndex {
  readonly name: 'embedded' | 'meilisearch';
  search(query: IndexQuery): Promise<IndexAnswer>;
  /** Every match that has a point, for clusters; at most `limit`, in any order. */
  points(query: Omit<IndexQuery, 'sort' | 'offset'>): Promise<IndexPoint[]>;
  /** Ids of assets that are called so, or by another word that means the same; nearest first where `near` is known, of many roughly; else best first. */
  named(query: NameQuery): Promise<string[]>;
}

/** The port, with what keeps an index in step. Every method may throw `SearchUnavailable`. */
export interface AssetIndex extends AskedIndex {
  /** Address of the server that holds it, without anything secret; '': it is in this process. */
  readonly server: string;
  ping(): Promise<void>;
  /** Brings the index's own settings up to date; `mended`: they were others; `empty`: it is not there and wants a rebuild. Cheap when nothing changed. */
  prepare(): Promise<'ready' | 'mended' | 'empty'>;
  /** Idempotent; resolves once the documents can be found. */
  put(documents: SentDocument[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /**
   * Replaces everything by these, each once, without a moment in which less can be found; one that broke off is taken up where it was. Calls
   * `progress` with how many are there so far.
   */
  rebuild(documents: AsyncIterable<SentDocument[]>, progress?: (written: number) => void): Promise<void>;
  /** Answers nobody until it is rebuilt: for one that has lost too much to be asked. */
  abandon(): Promise<void>;
  /** Which versions it holds of these documents; of what it does not hold, none. */
  versions(ids: string[]): Promise<Map<string, string>>;
  /** All that it holds, in batches, in any order. */
  ids(): AsyncIterable<string[]>;
  size(): Promise<number>;
}

/** The whole of a name, a part of one, words of one in any order, or of none. */
export type NameHolding = 'whole' | 'together' | 'apart' | 'none';

/** The index that is always there, in this process's memory. */
export interface EmbeddedIndex extends AssetIndex {
  readonly name: 'embedded';
  /** Grows with every committed change of what can be found, as soon as anyone asks; counts in this process only. Cheap. */
  version(): Promise<number>;
  /** The same as of the last time that anyone asked: nothing is asked for it. */
  lastVersion(): number;
  /** Document id → how it holds each term of the text, from its own words: the same whichever index found it. */
  explain(text: string, ids: string[]): Promise<Map<string, WhyFound[]>>;
  /** Whether any listing holds one of these folded words, begun or with a slip of the pen in it, too. */
  holdsAny(words: string[]): Promise<boolean>;
  /** Whether any listing has that value. Cheap. */
  hasValue(facet: 'access' | 'language', value: string): Promise<boolean>;
  /** How the name of any listing holds these words. Cheap. */
  nameHolding(text: string): Promise<NameHolding>;
  /** Where these are, as the directory has it now; what it does not have, or has no place for, is left out. */
  placesOf(ids: string[]): Promise<IndexPoint[]>;
  /** The same index, for one request: it looks now for what was committed, and all its answers rest on that one look. */
  lookOnce(): EmbeddedIndex;
}

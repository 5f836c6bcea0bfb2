import type { Area, Areas, Located } from '../../api/contract/area.ts';
import type { Asset, OwnListing } from '../../api/contract/asset.ts';
import type { AssetQuery, AssetSearchPage } from '../../api/contract/asset-query.ts';
import type { Coordinator, Coordinators } from '../../api/contract/coordinator.ts';
import type { District } from '../../api/contract/district.ts';
import type { Point } from '../../api/contract/geo.ts';
import type { SharedShortlist, Shortlist } from '../../api/contract/shortlist.ts';
import type { Signposts } from '../../api/contract/signpost.ts';
import type { Suggestion } from '../../api/contract/suggestion.ts';
import type { Topics } from '../../api/contract/vocabulary.ts';
import type { WeekSheet } from '../../api/contract/week-sheet.ts';
import type { WhatsOn, WhatsOnDays, WhatsOnQuery } from '../../api/contract/whats-on.ts';
import type { DeskData } from './desk-data.ts';
import type { WayInData } from './way-in-data.ts';

/** The use cases that pages may call; the same ones that the API's routes call. Rejects with a domain error when a thing is not found. */
export interface PageData {
  /** What only those who are signed in may ask. */
  desk: DeskData;
  wayIn: WayInData;
  district(): Promise<District>;
  topics(): Promise<Topics>;
  /** Takes the raw query string's values, so that pages and API refuse the same things. */
  parseAssetQuery(raw: Record<string, unknown>): AssetQuery;
  search(query: AssetQuery): Promise<AssetSearchPage>;
  /** How many assets hold the words as they are; `near`: from where, as an answer told it. */
  count(query: AssetQuery, near: Point | null): Promise<number>;
  /** Words to try when these found nothing. */
  otherWords(words: string): string[];
  /** Notes that something was not found in an area (slug), once the answer is on its way; `from` tells visitors apart for a day and is never kept. */
  noteGap(gap: { words: string; area: string | null; from: string }): void;
  asset(slug: string): Promise<Asset>;
  /** As much of it as forms say. */
  listing(slug: string): Promise<OwnListing>;
  /** A neighbour says that an asset's details are right; counted once a day for a connection. */
  sayStillRight(slug: string, connection: string): Promise<void>;
  /** `form`: the mark of the form it came by, by which the same thing sent twice is known. */
  suggest(slug: string, said: Suggestion, form: string): Promise<void>;
  areas(): Promise<Areas>;
  area(slug: string): Promise<Area>;
  /** `near` as typed; rejects with a bad request when it means nothing to us. */
  locate(near: string): Promise<Located>;
  coordinators(): Promise<Coordinators>;
  coordinator(slug: string): Promise<Coordinator>;
  /** `days` days from `from` (YYYY-MM-DD; today unless told), in an area, or round a point; open doors included. */
  whatsOn(
    where: { area: string } | { near: { lat: number; lng: number }; withinMetres: number } | null,
    when: { from?: string; days: number },
  ): Promise<WhatsOn>;
  /** `ids` as they stand in an address: short names parted by commas. */
  shortlist(ids: string): Promise<Shortlist>;
  /** Takes a form's raw values; rejects with a bad request when they name nothing. */
  keepShortlist(form: unknown): Promise<{ code: string }>;
  /** A week for paper, of a search or of what was kept; `ids` as they stand in an address. */
  weekSheet(chosen: { query: AssetQuery } | { ids: string }): Promise<WeekSheet>;
  /** `code` as typed; rejects when it is none, is not known, or its time is up. */
  openShortlist(code: string): Promise<SharedShortlist>;
  parseWhatsOnQuery(raw: Record<string, unknown>): WhatsOnQuery;
  /** What of the words are days, hours, a place, and which are left; rejects as the search does. */
  understand(query: WhatsOnQuery): Promise<Pick<WhatsOnDays, 'understood' | 'words'> & { unknownPlace: string | null }>;
  /** Day by day, for find's filters. */
  searchWhatsOn(query: WhatsOnQuery): Promise<WhatsOnDays>;
  /** Crisis lines first. */
  signposts(): Promise<Signposts>;
}

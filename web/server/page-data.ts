import type { Area, Areas, Located } from '../../api/contract/area.ts';
import type { Asset, OwnListing } from '../../api/contract/asset.ts';
import type { AssetQuery, AssetSearchPage } from '../../api/contract/asset-query.ts';
import type { AssetState } from '../../api/contract/asset-state.ts';
import type { Confirm, ConfirmForm } from '../../api/contract/confirm.ts';
import type { Coordinator, Coordinators } from '../../api/contract/coordinator.ts';
import type { District } from '../../api/contract/district.ts';
import type { Point } from '../../api/contract/geo.ts';
import type { NoticeCode } from '../../api/contract/notice.ts';
import type { OwnKept, OwnLink } from '../../api/contract/own-link.ts';
import type { TimesPreview } from '../../api/contract/plain-times.ts';
import type { Proposal, ProposalPreview } from '../../api/contract/proposal.ts';
import type { Quality } from '../../api/contract/quality.ts';
import type { SharedShortlist, Shortlist } from '../../api/contract/shortlist.ts';
import type { Signposts } from '../../api/contract/signpost.ts';
import type { Suggestion } from '../../api/contract/suggestion.ts';
import type { TopicNames, Topics } from '../../api/contract/vocabulary.ts';
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
  topicNames(): Promise<TopicNames>;
  /** Rejects with `moved` where one of them went into another topic. */
  leadOnTopics(slugs: string[]): Promise<void>;
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
  /** Somebody has opened an asset's page: one more in the day's count, and nothing of who. */
  noteView(assetId: string): void;
  /** As much of it as forms say. */
  listing(slug: string): Promise<OwnListing>;
  /** A neighbour says that an asset's details are right; counted once a day for a connection. */
  sayStillRight(slug: string, connection: string): Promise<void>;
  /** `form`: the mark of the form it came by, by which the same thing sent twice is known. */
  suggest(slug: string, said: Suggestion, from: { form: string; locale: string }): Promise<void>;
  /** Times as somebody writes them, and the first dates they give. */
  previewTimes(text: string): Promise<TimesPreview>;
  /** How something that somebody would like to add will look; nothing is kept. */
  previewProposal(proposal: Proposal): Promise<ProposalPreview>;
  /** Sends it to whom it concerns; answers the area's slug, null where it lies in none. */
  propose(proposal: Proposal, from: { form: string; locale: string; connection: string }): Promise<string | null>;
  /** What a group sees behind the link in its letter; rejects when it is none of ours. */
  confirm(token: string): Promise<Confirm>;
  /** Rejects with a bad request for a rest that is over or has no end. */
  answerConfirm(token: string, said: ConfirmForm): Promise<void>;
  takeBackAnswer(token: string): Promise<void>;
  /** What a group finds behind its own link. Rejects with `not-found` for one that is none of ours. */
  ownLink(token: string): Promise<OwnLink>;
  /** Null: the link does nothing any more. Rejects with `edited-meanwhile`. */
  keepOwn(token: string, sent: { state: AssetState; version: number }): Promise<OwnKept>;
  /** Rejects with `bad-request` for a rest that is over or has no end. */
  answerOwnLink(token: string, said: ConfirmForm): Promise<void>;
  /** Whether there still was something to take back. */
  takeBackOwnAnswer(token: string): Promise<boolean>;
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
  understand(query: WhatsOnQuery): Promise<UnderstoodWords>;
  /** Day by day, for find's filters. */
  searchWhatsOn(query: WhatsOnQuery): Promise<WhatsOnDays>;
  /** How much was checked of late, by area and by whom. */
  quality(): Promise<Quality>;
  /** Crisis lines first. */
  signposts(): Promise<Signposts>;
}

interface UnderstoodWords extends Pick<WhatsOnDays, 'understood' | 'words'> {
  unknownPlace: string | null;
  /** What of them could not be done. */
  notice: { code: NoticeCode; about?: string } | null;
}

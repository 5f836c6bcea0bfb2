import type { PageData } from '../web/server/page-data.ts';
import { findArea } from './areas/find-area.ts';
import { listAreas } from './areas/list-areas.ts';
import { locate } from './areas/locate.ts';
import { leadOnTopics } from './assets/check-vocabulary.ts';
import { countAssets } from './assets/count-assets.ts';
import { findAsset } from './assets/find-asset.ts';
import { findListing } from './assets/find-listing.ts';
import { searchAssets } from './assets/search-assets.ts';
import { sayStillRight } from './checks/say-still-right.ts';
import { answerConfirm } from './confirm/answer-confirm.ts';
import { findConfirm } from './confirm/find-confirm.ts';
import { takeBackAnswer } from './confirm/take-back-answer.ts';
import { AssetQuery } from './contract/asset-query.ts';
import { KeepForm, KeptSlugs } from './contract/shortlist.ts';
import { WhatsOnQuery } from './contract/whats-on.ts';
import { findCoordinator } from './coordinators/find-coordinator.ts';
import { listCoordinators } from './coordinators/list-coordinators.ts';
import type { Deps } from './deps.ts';
import { createDeskData } from './desk-data.ts';
import { findDistrict } from './district/find-district.ts';
import { makeWeekSheet } from './exports/make-week-sheet.ts';
import { createGapNotes } from './gaps/note-gaps.ts';
import type { ConnectionsToday } from './http/connections-today.ts';
import { parseOrRefuse } from './http/parse-or-refuse.ts';
import { otherWords } from './kindred-words/other-words.ts';
import { answerOwnLink, takeBackOwnAnswer } from './own-links/answer-own-link.ts';
import { findOwnLink } from './own-links/find-own-link.ts';
import { keepOwn } from './own-links/keep-own.ts';
import { previewProposal } from './proposals/preview-proposal.ts';
import { propose } from './proposals/propose.ts';
import { findQuality } from './quality/find-quality.ts';
import { listWhatsOn } from './sessions/list-whats-on.ts';
import { previewTimes } from './sessions/preview-times.ts';
import { searchWhatsOn } from './sessions/search-whats-on.ts';
import { keepShortlist } from './shortlists/keep-shortlist.ts';
import { openShortlist } from './shortlists/open-shortlist.ts';
import { showShortlist } from './shortlists/show-shortlist.ts';
import { listSignposts } from './signposts/list-signposts.ts';
import { suggest } from './suggestions/suggest.ts';
import type { ViewCounts } from './views/count-views.ts';
import { listTopicNames, listTopics } from './vocabularies/list-topics.ts';
import { createWayInData } from './way-in-data.ts';
import { understandWish } from './wishes/understand-wish.ts';

/** The use cases offered to pages: the same ones that the routes call. */
export function createPageData(
  deps: Deps,
  {
    publicUrl,
    dataDir,
    largestImport,
    connections,
    views,
  }: { publicUrl: string; dataDir: string; largestImport: number; connections: ConnectionsToday; views: ViewCounts },
): PageData {
  return {
    ...createReadingData(deps),
    desk: createDeskData(deps, { publicUrl, dataDir, largestImport }),
    wayIn: createWayInData(deps, publicUrl),
    parseAssetQuery: (raw) => parseOrRefuse(AssetQuery, raw),
    otherWords,
    noteGap: createGapNotes({ ...deps, connections }),
    noteView: views.note,
    listing: (slug) => findListing(deps, slug),
    sayStillRight: (slug, connection) => connections.oncePerDay(connection, `still right: ${slug}`, () => sayStillRight(deps, slug)),
    suggest: (slug, said, { form, locale }) => suggest(deps, slug, said, { form, locale, publicUrl }),
    previewTimes: (text) => previewTimes(deps, text),
    previewProposal: (proposal) => previewProposal(deps, proposal),
    propose: (proposal, { form, locale, connection }) =>
      propose(deps, proposal, { form, locale, fromConnection: connections.timesToday(connection, 'proposal') }),
    confirm: (token) => findConfirm(deps, token),
    answerConfirm: (token, said) => answerConfirm(deps, token, said, publicUrl),
    takeBackAnswer: (token) => takeBackAnswer(deps, token),
    ownLink: (token) => findOwnLink(deps, token),
    keepOwn: (token, sent) => keepOwn(deps, token, sent),
    answerOwnLink: (token, said) => answerOwnLink(deps, token, { said, publicUrl }),
    takeBackOwnAnswer: (token) => takeBackOwnAnswer(deps, token),
    shortlist: (ids) => showShortlist(deps, parseOrRefuse(KeptSlugs, ids)),
    keepShortlist: (form) => keepShortlist(deps, parseOrRefuse(KeepForm, form)),
    weekSheet: (chosen) => makeWeekSheet(deps, 'ids' in chosen ? { slugs: parseOrRefuse(KeptSlugs, chosen.ids) } : chosen),
    openShortlist: (typed) => openShortlist(deps, typed),
    parseWhatsOnQuery: (raw) => parseOrRefuse(WhatsOnQuery, raw),
  };
}

/** What pages for everyone load: from a replica, where one will do. */
export function createReadingData(deps: Deps) {
  return {
    district: () => findDistrict(deps),
    topics: () => listTopics(deps),
    topicNames: () => listTopicNames(deps),
    leadOnTopics: (slugs) => leadOnTopics(deps.db, slugs),
    search: (query) => searchAssets(deps, query),
    count: (query, near) => countAssets(deps, query, near),
    asset: (slug) => findAsset(deps, slug),
    areas: () => listAreas(deps),
    area: (slug) => findArea(deps, slug),
    locate: (near) => locate(deps, near),
    coordinators: () => listCoordinators(deps),
    coordinator: (slug) => findCoordinator(deps, slug),
    whatsOn: (where, when) => listWhatsOn(deps, where, when),
    understand: (query) => understandWish(deps, query),
    searchWhatsOn: (query) => searchWhatsOn(deps, query),
    quality: () => findQuality(deps),
    signposts: () => listSignposts(deps),
  } satisfies Partial<PageData>;
}

import type { PageData } from '../web/server/page-data.ts';
import { findArea } from './areas/find-area.ts';
import { listAreas } from './areas/list-areas.ts';
import { locate } from './areas/locate.ts';
import { findAsset } from './assets/find-asset.ts';
import { searchAssets } from './assets/search-assets.ts';
import { AssetQuery } from './contract/asset-query.ts';
import { KeepForm, KeptSlugs } from './contract/shortlist.ts';
import { findCoordinator } from './coordinators/find-coordinator.ts';
import { listCoordinators } from './coordinators/list-coordinators.ts';
import type { Deps } from './deps.ts';
import { findDistrict } from './district/find-district.ts';
import { makeWeekSheet } from './exports/make-week-sheet.ts';
import { parseOrRefuse } from './http/parse-or-refuse.ts';
import { listWhatsOn } from './sessions/list-whats-on.ts';
import { keepShortlist } from './shortlists/keep-shortlist.ts';
import { openShortlist } from './shortlists/open-shortlist.ts';
import { showShortlist } from './shortlists/show-shortlist.ts';
import { listSignposts } from './signposts/list-signposts.ts';
import { listTopics } from './vocabularies/list-topics.ts';

/** The use cases offered to pages: the same ones that the routes call. */
export function createPageData(deps: Deps): PageData {
  return {
    district: () => findDistrict(deps),
    topics: () => listTopics(deps),
    parseAssetQuery: (raw) => parseOrRefuse(AssetQuery, raw),
    search: (query) => searchAssets(deps, query),
    asset: (slug) => findAsset(deps, slug),
    areas: () => listAreas(deps),
    area: (slug) => findArea(deps, slug),
    locate: (near) => locate(deps, near),
    coordinators: () => listCoordinators(deps),
    coordinator: (slug) => findCoordinator(deps, slug),
    whatsOn: (where, when) => listWhatsOn(deps, where, when),
    shortlist: (ids) => showShortlist(deps, parseOrRefuse(KeptSlugs, ids)),
    keepShortlist: (form) => keepShortlist(deps, parseOrRefuse(KeepForm, form)),
    weekSheet: (chosen) => makeWeekSheet(deps, 'ids' in chosen ? { slugs: parseOrRefuse(KeptSlugs, chosen.ids) } : chosen),
    openShortlist: (typed) => openShortlist(deps, typed),
    signposts: () => listSignposts(deps),
  };
}

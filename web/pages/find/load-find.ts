import type { AreaSummary } from '../../../api/contract/area.ts';
import type { AssetQuery, AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import type { PageRequest } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import type { FindQuery } from '../../urls.ts';

export interface FindProps {
  found: AssetSearchPage;
  /** The one state of the search, the place taken out of the words. */
  query: FindQuery;
  /** The place as understood; null: everywhere. */
  place: string | null;
  /** What was typed as a place and means nothing to us. */
  lostPlace: string | null;
  topics: Topics;
  areas: AreaSummary[];
  coordinators: CoordinatorCard[];
}

export async function loadFind(data: PageData, request: PageRequest): Promise<FindProps> {
  const { found, asked, lostPlace } = await searchAnyway(data, request);
  const [topics, areas, coordinators] = await Promise.all([data.topics(), data.areas(), coordinatorsFor(data, found, asked)]);
  return { found, query: stateOf(asked, found), place: found.near?.label ?? null, lostPlace, topics, areas: areas.items, coordinators };
}

/** A place that we do not know is no reason for an error page: look everywhere, and say so. */
async function searchAnyway(data: PageData, { query, problemOf }: PageRequest) {
  const search = async (raw: Record<string, unknown>) => {
    const asked = data.parseAssetQuery(withoutEmptyDistance(raw));
    return { asked, found: await data.search(asked) };
  };
  try {
    return { ...(await search(query)), lostPlace: null };
  } catch (error) {
    const problem = problemOf(error);
    if (!query.near || problem.status !== 400 || !problem.errors?.some((each) => each.field === 'near')) throw error;
    return { ...(await search({ ...query, near: undefined })), lostPlace: String(query.near) };
  }
}

/** Once the place is rubbed out, how far from it and "nearest first" have no meaning. */
function withoutEmptyDistance(raw: Record<string, unknown>): Record<string, unknown> {
  const { near, within, sort, ...others } = raw;
  if (near || raw.q) return { ...raw };
  return { ...others, ...(sort === 'distance' ? {} : { sort }) };
}

function stateOf(asked: AssetQuery, found: AssetSearchPage): FindQuery {
  const { per_page: _perPage, ...state } = asked;
  return !asked.near && found.near ? { ...state, q: found.words, near: found.near.label } : state;
}

async function coordinatorsFor(data: PageData, found: AssetSearchPage, asked: AssetQuery): Promise<CoordinatorCard[]> {
  const [onlyArea, ...otherAreas] = asked.area;
  try {
    if (found.near) return (await data.locate(`${found.near.point.lat},${found.near.point.lng}`)).coordinators;
    return onlyArea && otherAreas.length === 0 ? (await data.area(onlyArea)).coordinators : [];
  } catch {
    return [];
  }
}

import type { AreaSummary } from '../../../api/contract/area.ts';
import type { AssetQuery, AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import { soonestFirst } from '../../components/coordinator-card/soonest-first.ts';
import { sayPlace } from '../../i18n/say-place.ts';
import type { PageRequest } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import type { FindQuery } from '../../urls.ts';
import { readSlugs } from '../shortlist/read-slugs.ts';
import { type OtherWays, otherWays } from './other-ways.ts';
import { readAddress } from './read-address.ts';
import { type AnywayFound, searchAnyway } from './search-anyway.ts';
import { type TakenFromWords, understoodState } from './understood-state.ts';

export interface FindProps extends Omit<AnywayFound, 'asked'> {
  /** The one state of the search, what was understood taken out of the words. */
  query: FindQuery;
  taken: TakenFromWords | null;
  /** The place as understood; null: everywhere. */
  place: string | null;
  /** The place lies outside every area: the closest one. */
  outside: AreaSummary | null;
  topics: Topics;
  areas: AreaSummary[];
  /** What to try instead; null when something was found. */
  ways: OtherWays | null;
  /** Slug of the area that the reader looks in. */
  area: string | null;
  /** What the address says is kept, for readers without script. */
  kept: string[];
  /** Of the place or the area; when nothing is found, never nobody. */
  coordinators: CoordinatorCard[];
}

export async function loadFind(data: PageData, request: PageRequest): Promise<FindProps> {
  const [topics, { items: areas }] = await Promise.all([data.topics(), data.areas()]);
  const { address, unknown } = withoutUnknown(readAddress(request.query), topics, areas);
  if (unknown.length > 0) await data.leadOnTopics(unknown);
  const { asked, ...search } = await searchAnyway(data, request, address);
  const here = await whoIsHere(data, search.found, asked);
  const { per_page: _perPage, ...state } = asked;
  const { query, taken } = understoodState(state, search.found);
  const ways = await waysOn(data, request, { asked, query, found: search.found });
  const nobody = here.coordinators.length === 0 && !search.found.items.some((item) => item.type === 'asset');
  return {
    ...search,
    leftOut: [...unknown, ...search.leftOut],
    query,
    taken,
    ways,
    area: here.area,
    place: search.found.near && sayPlace(request.reader.t, search.found.near.label),
    topics,
    areas,
    outside: here.outside,
    kept: readSlugs(request.query.ids),
    coordinators: nobody ? soonestFirst((await data.coordinators()).items, request.reader.now).slice(0, 1) : here.coordinators,
  };
}

/** Topics and areas that the district does not have, taken out. */
export function withoutUnknown(address: ReturnType<typeof readAddress>, { topics }: Topics, areas: AreaSummary[]) {
  const known: Record<string, string[]> = { topic: topics.map(({ slug }) => slug), area: areas.map(({ slug }) => slug) };
  const unknown: string[] = [];
  const entries = Object.entries(address).map(([name, value]): [string, string | string[]] => {
    const allowed = known[name];
    if (!allowed) return [name, value];
    unknown.push(...[value].flat().filter((slug) => !allowed.includes(slug)));
    return [name, [value].flat().filter((slug) => allowed.includes(slug))];
  });
  return { address: Object.fromEntries(entries), unknown };
}

/**
 * Nothing around here was found, though perhaps a service: then there is no more to guess. Nor is there while somebody is still typing, when
 * every key would start as many searches again.
 */
async function waysOn(
  data: PageData,
  { reader, visitor }: PageRequest,
  { asked, query, found }: { asked: AssetQuery; query: FindQuery; found: AssetSearchPage },
): Promise<OtherWays | null> {
  if (found.items.some((item) => item.type === 'asset') || (found.page > 1 && found.total > 0)) return null;
  if (visitor.isTyping) return { words: [], wider: [], isGap: false };
  const isHelped = found.items.length > 0;
  const ways = await otherWays(data, reader, { asked, query, near: found.near?.point ?? null });
  return isHelped ? { ...ways, words: [], isGap: false } : ways;
}

interface Here extends Pick<FindProps, 'coordinators' | 'outside'> {
  /** Slug of the area that the reader looks in. */
  area: string | null;
}

async function whoIsHere(data: PageData, found: AssetSearchPage, asked: AssetQuery): Promise<Here> {
  const [onlyArea, ...otherAreas] = asked.area;
  try {
    if (found.near) {
      const { area, nearest, coordinators } = await data.locate(`${found.near.point.lat},${found.near.point.lng}`);
      return { coordinators, outside: area ? null : nearest, area: area?.slug ?? null };
    }
    if (!onlyArea || otherAreas.length > 0) return { coordinators: [], outside: null, area: null };
    return { coordinators: (await data.area(onlyArea)).coordinators, outside: null, area: onlyArea };
  } catch {
    return { coordinators: [], outside: null, area: null };
  }
}

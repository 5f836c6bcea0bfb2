import type { AreaSummary, Located } from '../../../api/contract/area.ts';
import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import type { WhatsOnQuery } from '../../../api/contract/whats-on.ts';
import { soonestFirst } from '../../components/coordinator-card/soonest-first.ts';
import { sayPlace } from '../../i18n/say-place.ts';
import type { PageRequest } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import type { FindQuery } from '../../urls.ts';
import { readAddress } from '../find/read-address.ts';
import { inPeriod } from './in-period.ts';
import { type QuietWays, quietWays } from './quiet-ways.ts';
import { type GentlyFound, searchGently } from './search-gently.ts';

export interface WhatsOnProps extends Omit<GentlyFound, 'asked'> {
  /** Find's filters as asked, without the days. */
  query: FindQuery;
  /** The place as understood; null: everywhere. */
  place: string | null;
  topics: Topics;
  areas: AreaSummary[];
  /** The place lies outside every area: the closest one. */
  outside: AreaSummary | null;
  /** What to try when nothing is on; null when something is. */
  quiet: QuietWays | null;
  /** Someone to ask when nothing is on. */
  coordinators: CoordinatorCard[];
}

export async function loadWhatsOn(data: PageData, request: PageRequest): Promise<WhatsOnProps> {
  const { sort: _sort, ...address } = readAddress(request.query);
  const [topics, { items: areas }] = await Promise.all([data.topics(), data.areas()]);
  const { asked, ...search } = await searchGently(data, request, address);
  const { near } = search.found;
  const here = near && (await data.locate(`${near.point.lat},${near.point.lng}`));
  const query = filtersOf(asked);
  const isQuiet = search.found.total === 0;
  return {
    ...search,
    query,
    quiet: isQuiet ? await quietWays(data, request.reader, { asked, query, days: inPeriod(search.period), found: search.found }) : null,
    place: near && sayPlace(request.reader.t, near.label),
    topics,
    areas,
    outside: here && !here.area ? here.nearest : null,
    coordinators: isQuiet ? await whoToAsk(data, request, asked, here) : [],
  };
}

const filtersOf = ({ per_day: _perDay, on: _on, from: _from, to: _to, ...filters }: WhatsOnQuery): FindQuery => filters;

/** Of the place or the area; else whoever's door opens soonest. */
async function whoToAsk(
  data: PageData,
  { reader }: PageRequest,
  { area }: WhatsOnQuery,
  located: Located | null,
): Promise<CoordinatorCard[]> {
  const [onlyArea, ...otherAreas] = area;
  const here = located ? located.coordinators : onlyArea && otherAreas.length === 0 ? (await data.area(onlyArea)).coordinators : [];
  return here.length > 0 ? here : soonestFirst((await data.coordinators()).items, reader.now).slice(0, 1);
}

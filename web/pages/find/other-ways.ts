import type { AssetQuery, AssetSearchPage } from '../../../api/contract/asset-query.ts';
import { capitalise, walkMetres } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import type { PageData } from '../../server/page-data.ts';
import type { FindQuery } from '../../urls.ts';

/** Another search that does find something, and how much. */
export interface OtherWay {
  label: string;
  query: FindQuery;
  count: number;
}

export interface OtherWays {
  /** In other words. */
  words: OtherWay[];
  /** Further, on other days, with fewer filters. */
  wider: OtherWay[];
  /** It is not around here at all: no filter is to blame. */
  isGap: boolean;
}

const mostWords = 5;
const longestWalkMinutes = 30;

/** What may be taken off, and how that is said. */
const filters: [label: MessageKey, off: FindQuery][] = [
  ['nothing.any-day', { day: [], time: [], on: undefined, from: undefined, to: undefined }],
  ['nothing.any-cost', { cost: [] }],
  ['nothing.any-start', { just_turn_up: [], bring_someone: [] }],
  ['nothing.any-access', { access: [] }],
  ['nothing.any-topic', { topic: [] }],
  ['nothing.any-kind', { kind: [] }],
  ['nothing.any-language', { language: [] }],
  ['nothing.any-area', { area: [] }],
  ['nothing.any-part', { bbox: undefined }],
];

/** What to try when nothing was found; only what finds something is offered. `query`: the search as the page tells it. */
export async function otherWays(data: PageData, { t }: Reader, asked: AssetQuery, query: FindQuery): Promise<OtherWays> {
  const count = async (label: string, changes: FindQuery): Promise<OtherWay> => {
    const changed = { ...query, ...changes, page: 1 };
    return { label, query: changed, count: countAssets(await data.search({ ...asked, ...changed, per_page: 1 })) };
  };
  const { q, near, within } = query;
  const chosen = filters.filter(([, off]) => Object.keys(off).some((name) => isChosen(query, name)));
  const everything = { ...Object.assign({}, ...chosen.map(([, off]) => off)), within: undefined };
  const walk = walkMetres(longestWalkMinutes);
  const [words, wider, all, anything] = await Promise.all([
    Promise.all((q ? data.otherWords(q) : []).map((word) => count(t('nothing.word', { word }), { q: word }))),
    Promise.all([
      ...(within && within < walk ? [count(capitalise(t('far.within-walk', { count: longestWalkMinutes })), { within: walk })] : []),
      ...(within ? [count(t('nothing.any-distance'), { within: undefined })] : []),
      ...chosen.map(([label, off]) => count(t(label), off)),
    ]),
    count(t('nothing.fewer-filters'), everything),
    near && q ? count(t('nothing.anything-near'), { ...everything, q: undefined }) : null,
  ]);
  return {
    words: words.filter(findsSomething).slice(0, mostWords),
    wider: unlike([...wider, ...(within || chosen.length > 0 ? [all] : []), ...(anything ? [anything] : [])].filter(findsSomething)),
    isGap: Boolean(q) && all.count === 0,
  };
}

const findsSomething = (way: OtherWay) => way.count > 0;
const isChosen = (query: FindQuery, name: string) =>
  Object.entries(query).some(([key, value]) => key === name && [value].flat().some(Boolean));

/** Two ways to one search are one. */
const unlike = (ways: OtherWay[]) =>
  ways.filter((way, i) => ways.findIndex((other) => JSON.stringify(other.query) === JSON.stringify(way.query)) === i);

/** Services of last resort are no reason to send somebody on. */
const countAssets = ({ total, facets }: AssetSearchPage) => total - (facets.kind.signpost ?? 0);

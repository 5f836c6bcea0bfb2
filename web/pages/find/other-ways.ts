import type { AssetQuery, AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { Point } from '../../../api/contract/geo.ts';
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

const mostWays = 5;
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

/**
 * What to try when nothing was found; only what finds something is offered, the first few of it. `query`: the search as the page tells it,
 * what was understood taken out of its words, so that nothing need be read again; `near`: from where it looks.
 */
export async function otherWays(data: PageData, { t }: Reader, { asked, query, near }: Sought): Promise<OtherWays> {
  const { q, within } = query;
  const chosen = filters.filter(([, off]) => Object.keys(off).some((name) => isChosen(query, name)));
  const everything = { ...Object.assign({}, ...chosen.map(([, off]) => off)), within: undefined };
  const walk = walkMetres(longestWalkMinutes);
  const changed = (changes: FindQuery) => ({ ...query, ...changes, page: 1 });
  const found = async (ways: Try[]): Promise<OtherWay[]> => {
    const finding: OtherWay[] = [];
    for (const [label, changes] of ways) {
      if (finding.length === mostWays) break;
      const way = { label, query: changed(changes) };
      const count = finding.some((other) => isAlike(other, way)) ? 0 : await data.count({ ...asked, ...way.query }, near);
      if (count > 0) finding.push({ ...way, count });
    }
    return finding;
  };
  const isFiltered = Boolean(within) || chosen.length > 0;
  // The one that tells a gap is asked as a reader would ask it, with all that may have been meant.
  const all = isFiltered ? countAssets(await data.search({ ...asked, ...changed(everything), per_page: 1 })) : 0;
  const words = q ? data.otherWords(q) : [];
  return {
    words: await found(words.map((word) => [t('nothing.word', { word }), { q: word }])),
    wider: unlike([
      ...(await found([
        ...(within && within < walk
          ? [[capitalise(t('far.within-walk', { count: longestWalkMinutes })), { within: walk }] satisfies Try]
          : []),
        ...(within ? [[t('nothing.any-distance'), { within: undefined }] satisfies Try] : []),
        ...chosen.map(([label, off]): Try => [t(label), off]),
      ])),
      ...(all > 0 ? [{ label: t('nothing.fewer-filters'), query: changed(everything), count: all }] : []),
      ...(query.near && q ? await found([[t('nothing.anything-near'), { ...everything, q: undefined }]]) : []),
    ]),
    isGap: Boolean(q) && all === 0,
  };
}

/** Another search, and what it is called. */
type Try = [label: string, changes: FindQuery];

interface Sought {
  asked: AssetQuery;
  query: FindQuery;
  near: Point | null;
}

const isAlike = (one: Pick<OtherWay, 'query'>, other: Pick<OtherWay, 'query'>) => JSON.stringify(one.query) === JSON.stringify(other.query);
const isChosen = (query: FindQuery, name: string) =>
  Object.entries(query).some(([key, value]) => key === name && [value].flat().some(Boolean));

/** Two ways to one search are one. */
const unlike = (ways: OtherWay[]) => ways.filter((way, i) => ways.findIndex((other) => isAlike(other, way)) === i);

/** Services of last resort are no reason to send somebody on. */
const countAssets = ({ total, facets }: AssetSearchPage) => total - (facets.kind.signpost ?? 0);

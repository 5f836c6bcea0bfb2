import type { AssetQuery, AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { PageData } from '../../server/page-data.ts';
import type { FindQuery } from '../../urls.ts';

/** What was taken out of the words, and how to have them back. */
export interface TakenFromWords {
  /** As typed. */
  typed: string;
  /** `day=sunday`: the choices that the words made, not the reader. */
  choices: string[];
  /** The search for the words as they stand; null when only a place was taken. */
  asTheyStand: FindQuery | null;
}

/** The one state of the search: what was understood of the words is out of them, and chosen. */
export function understoodState(
  data: Pick<PageData, 'parseAssetQuery'>,
  asked: AssetQuery,
  { understood, words }: AssetSearchPage,
): { query: FindQuery; taken: TakenFromWords | null } {
  const { per_page: _perPage, ...state } = asked;
  if (understood.length === 0) return { query: state, taken: null };
  const parameters: Record<string, string> = Object.assign({}, ...understood.map(({ filters }) => filters));
  const { per_page: _, page: __, ...chosen } = data.parseAssetQuery(parameters);
  const query = { ...state, ...named(chosen, Object.keys(parameters)), q: words || undefined };
  const place = understood.find(({ type }) => type === 'place');
  const plain = (asked.q ?? '').replace(/["“”«»]/g, '');
  const wordsAlone = place ? plain.replace(place.text, ' ').replace(/\s+/g, ' ').trim() : plain;
  return {
    query,
    taken: {
      typed: asked.q ?? '',
      choices: choicesOf(parameters),
      asTheyStand: understood.some(({ type }) => type !== 'place') ? { ...state, near: query.near, q: `“${wordsAlone}”`, page: 1 } : null,
    },
  };
}

/** Of all parameters those with these names. */
const named = (query: FindQuery, names: string[]): FindQuery =>
  Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));

const choicesOf = ({ near: _near, ...parameters }: Record<string, string>) =>
  Object.entries(parameters).flatMap(([name, values]) => values.split(',').map((value) => `${name}=${value}`));

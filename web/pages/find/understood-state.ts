import type { AssetSearchPage } from '../../../api/contract/asset-query.ts';
import { understoodParameters, understoodQuery } from '../../../api/contract/understood-query.ts';
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
  asked: FindQuery,
  { understood, words }: Pick<AssetSearchPage, 'understood' | 'words'>,
): { query: FindQuery; taken: TakenFromWords | null } {
  if (understood.length === 0) return { query: asked, taken: null };
  const query = { ...asked, ...understoodQuery(understood), q: words || undefined };
  const place = understood.find(({ type }) => type === 'place');
  const plain = (asked.q ?? '').replace(/["“”«»]/g, '');
  const wordsAlone = place ? plain.replace(place.text, ' ').replace(/\s+/g, ' ').trim() : plain;
  return {
    query,
    taken: {
      typed: asked.q ?? '',
      choices: choicesOf(understoodParameters(understood)),
      asTheyStand: understood.some(({ type }) => type !== 'place') ? { ...asked, near: query.near, q: `“${wordsAlone}”`, page: 1 } : null,
    },
  };
}

const choicesOf = ({ near: _near, ...parameters }: Record<string, string>) =>
  Object.entries(parameters).flatMap(([name, values]) => values.split(',').map((value) => `${name}=${value}`));

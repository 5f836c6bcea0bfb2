import type { MultiSearchQuery } from 'meilisearch';
import { foldWord } from '../fold-text.ts';
import type { Meaning } from '../phrases.ts';
import { meaningsOf, type Term } from '../query-terms.ts';
import { phraseToken } from './tokens.ts';

/** Words as Meilisearch takes them, and what they mean. */
export interface Asked {
  /** As Meilisearch takes it. */
  q: string;
  terms: Term[];
  meant: Meaning[];
  signpostsOnly: boolean;
}

export type PageQuery = Omit<MultiSearchQuery, 'indexUid'>;

/** Between quotation marks Meilisearch forgives no slips. */
export type ExactTerm = Term & { exact?: boolean };

/** Of more words than one Meilisearch knows few, and none of more than three. */
const isToken = ({ meaning, words, synonyms }: Term) => meaning !== null || (words.length > 1 && synonyms.length > 0);

/** A blank at the end says that the last word is whole. */
export function wordsFor(terms: ExactTerm[], signpostsOnly = false): Asked {
  const words = terms
    .filter(({ aside }) => !aside)
    .flatMap((term) =>
      isToken(term)
        ? [phraseToken(term.words.map(foldWord).join(' '))]
        : term.words.map((word) => (term.exact ? `"${foldWord(word)}"` : foldWord(word))),
    );
  return {
    q: `${words.join(' ')}${terms.at(-1)?.open === false ? ' ' : ''}`,
    terms,
    meant: meaningsOf(terms),
    signpostsOnly,
  };
}

export const filtered = ({ signpostsOnly }: Pick<Asked, 'signpostsOnly'>, filter: string[]) =>
  signpostsOnly ? [...filter, 'tier = 1'] : filter;

export const asked = ({ q }: Pick<Asked, 'q'>): PageQuery => ({ q, matchingStrategy: 'all', attributesToRetrieve: ['id'] });

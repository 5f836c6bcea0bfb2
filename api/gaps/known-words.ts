import { isKindredWord } from '../kindred-words/other-words.ts';
import { foldText, foldWord, wordsOf } from '../search/fold-text.ts';
import { type Vocabulary, vocabularyWords } from '../search/vocabulary.ts';

/**
 * Whether every word of a term is one that our own lists have for what people do: then it names nobody. The words of listings are no such list:
 * people and streets are named there.
 */
export function isOfKnownWords(vocabulary: Vocabulary, term: string): boolean {
  const known = vocabularyWords(vocabulary);
  return wordsOf(term)
    .map(foldWord)
    .every((word) => known.has(word) || isKindredWord(word) || activityWords(vocabulary).has(word));
}

const meanings = new WeakMap<Vocabulary, ReadonlySet<string>>();

/** What phrases mean, in words. */
function activityWords(vocabulary: Vocabulary): ReadonlySet<string> {
  const words =
    meanings.get(vocabulary) ?? new Set([...vocabulary.phrases.values()].flatMap((meaning) => meaning.words.flatMap(foldedWords)));
  meanings.set(vocabulary, words);
  return words;
}

const foldedWords = (text: string) => wordsOf(foldText(text)).map(foldWord);

import { isDistressWord } from './distress-words.ts';
import { editDistance } from './embedded/edit-distance.ts';
import { foldWord } from './fold-text.ts';
import { isLikelySlip } from './likely-slip.ts';
import { isVocabularyWord, type Vocabulary } from './vocabulary.ts';

const oneSlipFrom = 5;
const twoSlipsFrom = 8;

/** The words with slips in those of the vocabulary put right ("gardning"), so that they mean what those mean; null when there are none. */
export function withVocabularyWords(words: string[], vocabulary: Vocabulary, isKnown: (word: string) => boolean): string[] | null {
  const meant = words.map((word) => (isKnown(word) ? word : (vocabularyWordFor(word, vocabulary) ?? word)));
  return meant.some((word, position) => word !== words[position]) ? meant : null;
}

/** The nearest, of equally near ones what has only a letter doubled, then what stands by itself. Nobody in distress is meant by a slip. */
function vocabularyWordFor(word: string, vocabulary: Vocabulary): string | null {
  if (word.length < oneSlipFrom || isVocabularyWord(vocabulary, word, false) || !/^\p{L}+$/u.test(word)) return null;
  const most = word.length >= twoSlipsFrom ? 2 : 1;
  const slips = (other: string) => Math.min(editDistance(word, other, most), editDistance(foldWord(word), other, most));
  const near = plainWords(vocabulary)
    .filter((other) => Math.abs(other.length - word.length) <= most + 1 && isLikelySlip(word, other) && !isDistressWord(other))
    .map((other) => ({
      other,
      far: slips(other) * 4 + (undoubled(other) === undoubled(word) ? 0 : 2) + (vocabulary.synonyms.has(other) ? 0 : 1),
    }))
    .filter(({ far }) => far < (most + 1) * 4)
    .sort((one, another) => one.far - another.far);
  return near[0]?.other ?? null;
}

const undoubled = (word: string) => word.replace(/(.)\1/g, '$1');

const plain = new WeakMap<Vocabulary, string[]>();

/** As the files have them, without the forms made of them. */
function plainWords(vocabulary: Vocabulary): string[] {
  const known = plain.get(vocabulary);
  if (known) return known;
  const phrases = [
    ...new Set([...vocabulary.synonyms.values()].flat()),
    ...[...vocabulary.phrases.keys()].filter((key) => !key.includes(' ')),
  ];
  const words = [...new Set(phrases.flatMap((phrase) => phrase.split(' ')))];
  plain.set(vocabulary, words);
  return words;
}

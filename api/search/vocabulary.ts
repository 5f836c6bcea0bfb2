import { inProject } from '../project-root.ts';
import { foldWord } from './fold-text.ts';
import { withKinForms } from './kin-forms.ts';
import { type Phrases, parsePhrases } from './phrases.ts';
import { parseSynonyms, type Synonyms } from './synonyms.ts';
import { type WatchOptions, watchFile } from './watch-file.ts';

/** What words mean beyond themselves, as the stewards of a district have it. */
export interface Vocabulary {
  synonyms: Synonyms;
  phrases: Phrases;
}

/** The same object for as long as nothing has changed. */
export interface VocabularySource {
  current(): Vocabulary;
}

export const vocabularyPath = inProject('seed-data', 'vocabulary');

/** Reads `synonyms.json` and `phrases.json` of a folder again when they have changed; a broken file leaves what was known. */
export function watchVocabulary(folder: string = vocabularyPath, options: WatchOptions = {}): VocabularySource {
  const none = { synonyms: new Map(), phrases: new Map() };
  const synonyms = watchFile<Synonyms>(
    `${folder}/synonyms.json`,
    { name: 'The synonyms', empty: none.synonyms, parse: (content) => withKinForms(parseSynonyms(content)) },
    options,
  );
  const phrases = watchFile<Phrases>(`${folder}/phrases.json`, { name: 'The phrases', empty: none.phrases, parse: parsePhrases }, options);
  let known: Vocabulary = none;
  return {
    current() {
      const [newSynonyms, newPhrases] = [synonyms(), phrases()];
      if (known.synonyms !== newSynonyms || known.phrases !== newPhrases) known = { synonyms: newSynonyms, phrases: newPhrases };
      return known;
    },
  };
}

const wordsAlone = new WeakMap<Vocabulary, Vocabulary>();

/** For what must be called so: a name holds words, not what a phrase means. The same object for the same vocabulary: much is worked out of it. */
export function withoutPhrases(vocabulary: Vocabulary): Vocabulary {
  const known = wordsAlone.get(vocabulary) ?? { synonyms: vocabulary.synonyms, phrases: new Map() };
  wordsAlone.set(vocabulary, known);
  return known;
}

/** Between quotation marks words are what they are: no phrase of the list means more. */
export const vocabularyFor = (text: string, vocabulary: Vocabulary): Vocabulary =>
  /^\s*["“«].*["”»]\s*$/su.test(text) ? withoutPhrases(vocabulary) : vocabulary;

const knownWords = new WeakMap<Vocabulary, ReadonlySet<string>>();

/** Every word of every synonym, and phrases of one word; folded. */
export function vocabularyWords(vocabulary: Vocabulary): ReadonlySet<string> {
  const { synonyms, phrases } = vocabulary;
  const words = () => [...[...synonyms.keys()].flatMap((phrase) => phrase.split(' ')), ...[...phrases.keys()].filter(isOneWord)];
  const known = knownWords.get(vocabulary) ?? new Set(words());
  knownWords.set(vocabulary, known);
  return known;
}

const isOneWord = (phrase: string) => !phrase.includes(' ');

/** Whether a word stands in the vocabulary, as a whole or, when `open`, as a beginning: then it is no slip of the pen. */
export function isVocabularyWord(vocabulary: Vocabulary, word: string, open: boolean): boolean {
  const known = vocabularyWords(vocabulary);
  return known.has(foldWord(word)) || (open && [...known].some((other) => other.startsWith(word)));
}

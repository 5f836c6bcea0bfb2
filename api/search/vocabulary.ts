import { inProject } from '../project-root.ts';
import { foldWord } from './fold-text.ts';
import { withKinForms } from './kin-forms.ts';
import { noOwnEntries, type OwnEntries, withOwnPhrases, withOwnSynonyms } from './own-entries.ts';
import { type PhraseEntry, PhraseFile, type Phrases, parsePhrases } from './phrases.ts';
import { parseSynonyms, SynonymFile, type Synonyms } from './synonyms.ts';
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

export interface WatchedVocabulary extends VocabularySource {
  /** The lists of the folder, as they are written. */
  shipped(): { synonyms: string[][]; phrases: PhraseEntry[] };
}

export const vocabularyPath = inProject('seed-data', 'vocabulary');

/**
 * Reads `synonyms.json` and `phrases.json` of a folder again when they have changed; a broken file leaves what was known. `own` is what stands
 * beside them: the same object for as long as nothing has changed.
 */
export function watchVocabulary(
  folder: string = vocabularyPath,
  { own = () => noOwnEntries, ...options }: WatchOptions & { own?: () => OwnEntries } = {},
): WatchedVocabulary {
  const synonyms = watchFile<string[][]>(
    `${folder}/synonyms.json`,
    { name: 'The synonyms', empty: [], parse: (content) => SynonymFile.parse(content) },
    options,
  );
  const phrases = watchFile<PhraseEntry[]>(
    `${folder}/phrases.json`,
    { name: 'The phrases', empty: [], parse: (content) => PhraseFile.parse(content) },
    options,
  );
  let of: object[] = [];
  let known: Vocabulary = { synonyms: new Map(), phrases: new Map() };
  return {
    current() {
      const parts = [synonyms(), phrases(), own()] as const;
      if (parts.some((part, at) => part !== of[at])) {
        const [rows, entries, ownEntries] = parts;
        known = {
          synonyms: withKinForms(parseSynonyms(withOwnSynonyms(rows, ownEntries))),
          phrases: withOwnPhrases(parsePhrases(entries), ownEntries),
        };
        of = [...parts];
      }
      return known;
    },
    shipped: () => ({ synonyms: synonyms(), phrases: phrases() }),
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

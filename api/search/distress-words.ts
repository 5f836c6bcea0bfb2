import { editDistance } from './embedded/edit-distance.ts';
import { foldWord } from './fold-text.ts';

/** Who types one of these may be in need: nothing may be guessed for them, and only the words themselves find what is not a service. */
/** Folded. */
export const distressWords: ReadonlySet<string> = new Set(
  [
    'suicide suicidal harm selfharm kill die dying abuse abused abuser abusive violence violent rape raped assault hungry hunger starving',
    'homeless homelessness crisis emergency heating dementia alzheimers debt bailiff eviction evicted depressed depression anxiety panic',
    'addiction addict alcoholic overdose drug asylum refugee hunanladdiad niweidio camdrin trais newynog digartref argyfwng dyled iselder gorbryder caethiwed',
  ]
    .join(' ')
    .split(' ')
    .map(foldWord),
);

export const isDistressWord = (word: string) => distressWords.has(foldWord(word));

const shortestSlip = 6;

/** The words with slips of the pen in such ones put right ("suicde"); null when there are none. Asked only once nothing was found. */
export function withoutSlips(words: string[]): string[] | null {
  const meant = words.map((word) => {
    if (word.length < shortestSlip || isDistressWord(word)) return word;
    return [...distressWords].find((known) => known.length >= shortestSlip && editDistance(word, known, 1) === 1) ?? word;
  });
  return meant.some((word, position) => word !== words[position]) ? meant : null;
}

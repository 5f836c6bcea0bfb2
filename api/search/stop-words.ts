import { foldText } from './fold-text.ts';

/** Words that nearly every wish is made of, and that say nothing of what is wished for; English, then Welsh. */
const stopWords = new Set(
  foldText(
    [
      'something to do with my a the for in some where i want like would',
      'anything any what is are am im ive id be been there on at of me we us our you your it its please looking feel feeling and or really very so just too got get need',
      'some someone somebody have has having love loved can cant could do does dont but if then go going come coming own about more bit lot nice lovely best',
      'whats happening wanting try trying take more any one few',
      'rhywbeth i gyda fy y yr a mynd mewn am â hoffi caru gen yng ym rhyw bach',
      'rywbeth unrhyw dw dwi rwyn rwy wi yn mae o ar efo eisiau isio moyn hoffwn chwilio wneud gwneud beth sydd sy fi ni teimlon neu ac',
    ].join(' '),
  ).split(' '),
);

export const isStopWord = (word: string) => stopWords.has(word);

/** The words that say something; all of them when none does. */
export function withoutStopWords(words: string[]): string[] {
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : words;
}

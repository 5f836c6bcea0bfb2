import { isInNeed, withoutSlips } from '../search/distress-words.ts';
import { foldText, wordsOf } from '../search/fold-text.ts';
import { withoutStopWords } from '../search/stop-words.ts';

const mostWords = 4;
const fewPlainWords = /^[\p{L} ]{3,40}$/u;

/**
 * What may be counted of words that found nothing, folded; null: they are forgotten. Nothing that may point to somebody: no digit (a
 * postcode, a phone number, an age), no address, no whole sentence; and never that somebody is in need.
 */
export function gapTerm(words: string): string | null {
  if (/[\d@]|:\/\/|www\./i.test(words)) return null;
  const folded = wordsOf(foldText(words));
  if (isInNeed(folded) || withoutSlips(folded)) return null;
  const telling = withoutStopWords(folded);
  const term = telling.join(' ');
  return telling.length <= mostWords && fewPlainWords.test(term) ? term : null;
}

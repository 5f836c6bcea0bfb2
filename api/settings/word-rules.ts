import { isInNeed } from '../search/distress-words.ts';
import { foldText, foldWords, wordsOf } from '../search/fold-text.ts';
import { isStopWord } from '../search/stop-words.ts';

/** Words that say what somebody is, in place of what they love to do. */
const labels =
  /\b(elderly|disabled|vulnerable|at[ -]risk|service[ -]users?|patients?|clients?|sufferers?|hard[ -]to[ -]reach|special needs|the (old(?! day)|aged|poor|needy|blind|deaf|mentally)|mental|bregus|henoed|anabl|anabledd|cleifion|dioddefwyr?|anghenus|yr hen bobl)\b/i;

/** A word that people may type: nothing that labels them, and nothing said in need, where only services may be an answer. */
export function wrongWord(text: string): 'label' | 'distress' | null {
  if (labels.test(text.normalize('NFC'))) return 'label';
  return isInNeed(wordsOf(foldText(text))) ? 'distress' : null;
}

/** The same, and it must say something: "the" stands in every sentence. */
export function wrongPhrase(text: string): 'label' | 'distress' | 'says-nothing' | null {
  const words = foldWords(foldText(text)).split(' ').filter(Boolean);
  return wrongWord(text) ?? (words.every((word) => isStopWord(word) || word.length < 2) ? 'says-nothing' : null);
}

/** Whether a row of the shipped words leads somebody in need to a service. */
export const leadsToHelp = (row: readonly string[]): boolean => row.some((text) => isInNeed(wordsOf(foldText(text))));

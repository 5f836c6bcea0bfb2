import { type LetterWords, letterWords } from './confirm-letter-words.ts';
import type { Stage } from './confirm-stage-rules.ts';

export interface AskedAsset {
  name: string;
  stage: Stage;
  /** YYYY-MM-DD. */
  checkedOn: string;
  /** The day it goes from the list unless somebody answers, YYYY-MM-DD. */
  goesOn: string;
  /** Of its own page, where it can be answered. */
  link: string;
}

export interface ConfirmLetterParts {
  locale: 'en' | 'cy';
  /** First name; null: none is known. */
  reader: string | null;
  place: string;
  assets: AskedAsset[];
  /** Until when the links work, YYYY-MM-DD. */
  until: string;
}

/** To a group, about all of its that are due: what is asked of each, and a link that needs no account. */
export function confirmLetter({ locale, reader, place, assets, until }: ConfirmLetterParts): { subject: string; text: string } {
  const words = letterWords[locale];
  const paragraphs = [
    reader ? words.dear(reader) : words.hello,
    words.why(place, assets.length),
    ...assets.map((asset) => sayAsset(words, asset)),
    words.how(assets.length),
    words.until(words.day(until)),
    words.name(place),
  ];
  return { subject: subjectOf(words, assets), text: `${paragraphs.join('\n\n')}\n` };
}

function sayAsset(words: LetterWords, { name, stage, checkedOn, goesOn, link }: AskedAsset): string {
  const goes = stage === 'last' ? words.lastCall(words.day(goesOn)) : words.goes(words.day(goesOn));
  return [name, words.checked(words.day(checkedOn)), goes, link].join('\n');
}

/** The most urgent first; a reminder says that it is one. */
function subjectOf(words: LetterWords, assets: AskedAsset[]): string {
  const [first] = assets;
  if (!first) return '';
  const name = assets.length > 1 ? words.andMore(first.name, assets.length - 1) : first.name;
  if (first.stage === 'last') return words.lastSubject(name, words.day(first.goesOn));
  return first.stage === 'reminder' ? words.reminderSubject(name) : words.subject(name);
}

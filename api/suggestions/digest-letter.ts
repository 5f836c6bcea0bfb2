import type { SuggestionType } from '../contract/suggestion.ts';
import { type LetterLanguage, letterWords } from './letter-words.ts';
import { forgetLine, type LetterAsset, type LetterReader, type LetterSetting, nameIn, pageIn, quote } from './suggestion-letter.ts';

interface Said extends LetterAsset {
  type: SuggestionType;
  text: string | null;
  reply_email: string | null;
}

/** More than anyone reads over breakfast; the rest is counted. */
const mostTold = 40;

/** To a coordinator: what came in yesterday after the letters that a day may bring. */
export function digestLetter(
  said: Said[],
  { firstName, language }: LetterReader,
  { publicUrl, deleteOn }: Omit<LetterSetting, 'byGroup'>,
): { subject: string; text: string } {
  const words = letterWords[language];
  const told = said.slice(0, mostTold);
  const left = said.length - told.length;
  const paragraphs = [
    words.dear(firstName),
    words.rest(said.length),
    ...told.map((each) => sayOne(each, language, publicUrl)),
    left > 0 && words.more(left),
    told.some(({ reply_email }) => reply_email) && forgetLine(language, deleteOn),
    words.onlyYou,
  ];
  return { subject: words.restSubject(said.length), text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

function sayOne(said: Said, language: LetterLanguage, publicUrl: string): string {
  const words = letterWords[language];
  const name = nameIn(language, said);
  return [
    said.type === 'closed' ? words.isClosed(name) : words.isChanged(name),
    said.text && quote(said.text),
    said.reply_email && words.hear(said.reply_email),
    pageIn(language, said, publicUrl),
  ]
    .filter(Boolean)
    .join('\n');
}

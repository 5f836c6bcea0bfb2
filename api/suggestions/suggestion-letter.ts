import type { Suggestion } from '../contract/suggestion.ts';
import { type LetterLanguage, letterWords } from './letter-words.ts';

export interface LetterReader {
  firstName: string;
  language: LetterLanguage;
}

/** What is written about. */
export interface LetterAsset {
  slug: string;
  name: string;
  name_cy: string | null;
}

export interface LetterSetting {
  publicUrl: string;
  /** YYYY-MM-DD. */
  deleteOn: string;
  /** The group itself says so, by the link that it was sent. */
  byGroup: boolean;
}

/** To the coordinator of the area. Who wrote stands in the text alone, and only when they want to hear. */
export function suggestionLetter(
  said: Suggestion & { asset: LetterAsset },
  { firstName, language }: LetterReader,
  { publicUrl, deleteOn, byGroup }: LetterSetting,
): { subject: string; text: string } {
  const words = letterWords[language];
  const name = nameIn(language, said.asset);
  const isClosed = said.type === 'closed';
  const says = byGroup ? words.group : words.neighbour;
  const paragraphs = [
    words.dear(firstName),
    isClosed ? says.closed(name) : says.changed(name),
    said.text && quote(said.text),
    said.reply_email && `${words.hear(said.reply_email)}\n${forgetLine(language, deleteOn)}`,
    words.page(pageIn(language, said.asset, publicUrl)),
    isClosed && byGroup ? words.hasLeft : words.onlyYou,
  ];
  return {
    subject: isClosed ? words.isClosed(name) : words.isChanged(name),
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
  };
}

export const nameIn = (language: LetterLanguage, { name, name_cy }: LetterAsset) => (language === 'cy' && name_cy) || name;

export const pageIn = (language: LetterLanguage, { slug }: LetterAsset, publicUrl: string) =>
  `${publicUrl}${language === 'en' ? '' : `/${language}`}/around/${slug}`;

/** `deleteOn`: YYYY-MM-DD. */
export const forgetLine = (language: LetterLanguage, deleteOn: string) => letterWords[language].forget(sayDay(language, deleteOn));

/** Every line marked, so that nothing in it looks like ours. */
export const quote = (text: string) =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** "20 February 2027", "20 Chwefror 2027". */
const sayDay = (language: LetterLanguage, day: string) =>
  new Intl.DateTimeFormat(`${language}-GB`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

import type { PlainWord } from '../../api/contract/desk-asset.ts';

/** A word that was written, and plainer ones for its place. */
export interface FoundWord {
  word: string;
  at: number;
  offers: string[];
}

/** Words of the list in a text, in their order; of two that overlap the longer. A capital at its beginning is kept in what is offered. */
export function findPlainWords(text: string, list: readonly PlainWord[]): FoundWord[] {
  const found = list.flatMap(({ words, offers }) =>
    words.flatMap((word) => placesOf(text, word).map((at) => ({ at, word: text.slice(at, at + word.length), offers }))),
  );
  const longestFirst = found.sort((one, other) => other.word.length - one.word.length || one.at - other.at);
  const kept: FoundWord[] = [];
  for (const each of longestFirst) if (!kept.some((one) => overlap(one, each))) kept.push(inItsCase(each));
  return kept.sort((one, other) => one.at - other.at);
}

/** The text with one word said plainer. */
export const replaceWord = (text: string, { at, word }: Pick<FoundWord, 'at' | 'word'>, offer: string): string =>
  text.slice(at, at + word.length) === word ? text.slice(0, at) + offer + text.slice(at + word.length) : text;

function placesOf(text: string, word: string): number[] {
  const plain = (from: string) => from.toLowerCase().replace(/[‘’]/g, "'");
  const [inText, looked] = [plain(text), plain(word)];
  const places: number[] = [];
  for (let at = inText.indexOf(looked); at >= 0; at = inText.indexOf(looked, at + 1)) {
    if (!isLetter(inText[at - 1]) && !isLetter(inText[at + looked.length])) places.push(at);
  }
  return places;
}

const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);
const overlap = (one: FoundWord, other: FoundWord) => one.at < other.at + other.word.length && other.at < one.at + one.word.length;

function inItsCase(found: FoundWord): FoundWord {
  const [first = ''] = found.word;
  if (first === first.toLowerCase()) return found;
  return { ...found, offers: found.offers.map((offer) => offer.charAt(0).toUpperCase() + offer.slice(1)) };
}

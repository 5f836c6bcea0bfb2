import { onlyLetters } from '../../../api/contract/typed-text.ts';

/** A value at a time, and values that may be several. What is in neither is somebody else’s mark on a shared link. */
const single = ['q', 'near', 'within', 'on', 'from', 'to', 'bbox', 'sort', 'page', 'per_page'];
const several = ['area', 'kind', 'topic', 'day', 'time', 'cost', 'just_turn_up', 'bring_someone', 'access', 'language'];
const mostLetters: Record<string, number> = { q: 200, near: 80 };

/** The parameters of a search in an address, without those that we do not know and those that say nothing. */
export function readAddress(raw: Record<string, unknown>): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {};
  for (const name of several) {
    const values = textsOf(raw[name]).flatMap((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );
    if (values.length > 0) read[name] = values;
  }
  for (const name of single) {
    const [first] = textsOf(raw[name]);
    if (first) read[name] = first.slice(0, mostLetters[name]).trim();
  }
  if (read.per_page) read.per_page = wholePages(Number(read.per_page));
  return read;
}

/** A list may have grown by whole pages. */
const wholePages = (results: number) => String(Math.min(5, Math.max(1, Math.ceil(results / 20))) * 20);

const textsOf = (value: unknown): string[] =>
  [value].flat().flatMap((each) => (typeof each === 'string' && onlyLetters(each).trim() ? [onlyLetters(each).trim()] : []));

const postcode = /(?:^|[^\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})(?![\p{L}\p{N}])/iu;
const partOfPostcode = /^[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{0,2})?$/i;

/** Whether that can only be meant as a postcode, known here or not. */
export const looksLikePostcode = (text: string): boolean => partOfPostcode.test(text.trim());

/** "choir near SW1A 1AA" → the postcode, and the words without it; null when there is none. */
export function takePostcode(words: string): { place: string; words: string } | null {
  const match = postcode.exec(words);
  if (!match?.[1]) return null;
  const before = words.slice(0, match.index).replace(/(?:^|\s)(?:near|around|in|at|ger|yn)\s*$/i, '');
  const after = words.slice(match.index + match[0].length);
  return { place: match[1].toUpperCase().replace(/\s*(\d[A-Z]{2})$/, ' $1'), words: `${before} ${after}`.replace(/\s+/g, ' ').trim() };
}

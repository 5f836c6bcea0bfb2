import { formatPostcode, readPartialPostcode } from './postcode-rules.ts';

export interface WordsAndPlace {
  /** What is left to search for; empty when there was nothing but a place. */
  words: string;
  /** What may be a place, as typed (a postcode tidied up); the caller finds out whether it is one. Null: nothing that looks like one. */
  near: string | null;
}

const wholePostcode = /(^|[^\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})(?![\p{L}\p{N}])/iu;
/** Only what can hardly be anything else: "U3A" and "B12" are no places. */
const partAtEnd = /^(.*\s)([a-z]{1,2}\d{2}|[a-z]{2}\d[a-z]?)(\s+\d[a-z]?)?$/i;
/** English, then Welsh: "ger" (by), "yn", "ym", "yng" (in), "o gwmpas" (around). "in" and "yn" come last: the rightmost word that says where wins. */
const wordsOfPlace = /^(.*?)(?:^|\s)(?:near to|close to|next to|near|nearby|around|ger|wrth ymyl|o gwmpas|in|yn|ym|yng)\s+(\S.*)$/iu;
const danglingWord = /(?:^|\s)(?:near|nearby|around|close to|next to|in|at|by|from|of|ger|yn|o)$/iu;
/** What follows "in" and is a time or a person's own, not a place: "in the evening", "in my garden", "in Welsh". */
const notPlaces =
  /^(?:(?:the |a |an |my |our |your )?(?:morning|afternoon|evening|night|day|daytime|week|weekend|summer|winter|spring|autumn|holidays?|open|garden|house|home|person|public|future|past|group|welsh|english|polish|sign|bsl)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$|(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?$|my |me$|here$|by$|art$|music$|the dark)/iu;

/** Takes a place out of words as people type them: "knitting M33 7ZF", "company near Llanderw", "gwau ger y felin" (pure). */
export function splitPlaceFromWords(text: string): WordsAndPlace {
  const tidy = text.replace(/\s+/g, ' ').trim();
  return takePostcode(tidy) ?? takePartAtEnd(tidy) ?? takeNamedPlace(tidy) ?? { words: tidy, near: null };
}

function takePostcode(text: string): WordsAndPlace | null {
  const match = wholePostcode.exec(text);
  const near = match?.[2] ? formatPostcode(match[2]) : null;
  if (!match || !near) return null;
  const before = withoutDangling(`${text.slice(0, match.index)}${match[1]}`);
  return { words: clean(`${before} ${text.slice(match.index + match[0].length)}`), near };
}

function takePartAtEnd(text: string): WordsAndPlace | null {
  const match = partAtEnd.exec(text);
  const [part] = match ? readPartialPostcode(`${match[2]}${match[3] ?? ''}`) : [];
  return part ? { words: clean(withoutDangling(match?.[1] ?? '')), near: part.label } : null;
}

function takeNamedPlace(text: string): WordsAndPlace | null {
  const match = wordsOfPlace.exec(text);
  const place = match?.[2]?.trim();
  if (!match || !place) return null;
  // "art in the park near Sale": what comes after the last word that says where.
  const inner = takeNamedPlace(place);
  if (inner?.near) return { words: clean(text.slice(0, text.length - place.length + inner.words.length)), near: inner.near };
  return notPlaces.test(place) ? null : { words: clean(match[1] ?? ''), near: place };
}

const withoutDangling = (text: string) => text.trim().replace(danglingWord, '');
const clean = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,.;–-]+|[\s,.;–-]+$/g, '');

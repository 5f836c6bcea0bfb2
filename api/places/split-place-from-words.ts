import { formatPostcode, readPartialPostcode } from './postcode-rules.ts';

export interface WordsAndPlace {
  /** What is left to search for; empty when there was nothing but a place. */
  words: string;
  /** What may be a place, as typed (a postcode tidied up); the caller finds out whether it is one. Null: nothing that looks like one. */
  near: string | null;
  /** What stood among the words for it, with "near" and the like; empty when there is nothing. */
  typed: string;
}

const wholePostcode = /(^|[^\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})(?![\p{L}\p{N}])/iu;
/** "QX3 2 AB": only at the end, and only with letters that a postcode may end with and that are no word of their own. */
const spacedPostcode = /^(|.*\s)([a-z]{1,2}\d[a-z\d]?\s*\d\s+(?!as|at|by|he|us|we)[abd-hjlnp-uw-z]{2})$/i;
/** Only what can hardly be anything else: "U3A" and "B12" are no places. */
const partAtEnd = /^(|.*\s)([a-z]{1,2}\d{2}|[a-z]{2}\d[a-z]?|[a-z]{2}\d{2}[a-z])(\s+\d[a-z]?)?$/i;
/** "QX3 knitting". */
const partAtStart = /^([a-z]{2}\d[a-z]?(?:\s+\d(?=\s))?)\s+(\S.*)$/i;
/** English, then Welsh: "ger" (by), "yn", "ym", "yng" (in), "o gwmpas" (around). The rightmost word that says where wins. */
const wordsThatSayWhere = 'near to|close to|next to|near|nearby|around|ger|wrth ymyl|o gwmpas|in|yn|ym|yng';
const wordsOfPlace = new RegExp(`^(.*?)(?:^|\\s)(?:${wordsThatSayWhere})\\s+(\\S.*)$`, 'iu');
/** "Within a mile of Llanderw", "o fewn milltir i Landerw". */
const wordsAfterDistance = new RegExp(`^(.*?)(?:^|\\s)(?:${wordsThatSayWhere}|of|from|o|i)\\s+(\\S.*)$`, 'iu');
const danglingWord = /(?:^|\s)(?:near|nearby|around|close to|next to|in|at|by|from|of|ger|yn|o)$/iu;
/** What follows "in" and is a time or a person's own, not a place: "in the evening", "in my garden", "in Welsh". */
const notPlaces =
  /^(?:(?:the |a |an |my |our |your )?(?:morning|afternoon|evening|night|day|daytime|week|weekend|summer|winter|spring|autumn|holidays?|open|garden|house|home|person|public|future|past|group|welsh|english|polish|sign|bsl)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$|(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?$|my |me$|here$|by$|art$|music$|the dark)/iu;

/** Takes a place out of words as people type them: "knitting M33 7ZF", "company near Llanderw", "gwau ger y felin" (pure). */
export function splitPlaceFromWords(text: string, { afterDistance = false } = {}): WordsAndPlace {
  const tidy = text.replace(/\s+/g, ' ').trim();
  const named = () => takeNamedPlace(tidy, afterDistance ? wordsAfterDistance : wordsOfPlace);
  return takePostcode(tidy) ?? takePartAtEnd(tidy) ?? takePartAtStart(tidy) ?? named() ?? { words: tidy, near: null, typed: '' };
}

function takePostcode(text: string): WordsAndPlace | null {
  const match = wholePostcode.exec(text) ?? spacedPostcode.exec(text);
  const near = match?.[2] ? formatPostcode(match[2]) : null;
  if (!match || !near) return null;
  const before = withoutDangling(`${text.slice(0, match.index)}${match[1]}`);
  const end = match.index + match[0].length;
  return { words: clean(`${before} ${text.slice(end)}`), near, typed: text.slice(before.length, end).trim() };
}

function takePartAtEnd(text: string): WordsAndPlace | null {
  const match = partAtEnd.exec(text);
  const [part] = match ? readPartialPostcode(`${match[2]}${match[3] ?? ''}`) : [];
  const before = withoutDangling(match?.[1] ?? '');
  return part ? { words: clean(before), near: part.label, typed: text.slice(before.length).trim() } : null;
}

function takePartAtStart(text: string): WordsAndPlace | null {
  const [, typed = '', words = ''] = partAtStart.exec(text) ?? [];
  const [part] = readPartialPostcode(typed);
  return part ? { words, near: part.label, typed } : null;
}

function takeNamedPlace(text: string, pattern: RegExp): WordsAndPlace | null {
  const match = pattern.exec(text);
  const place = match?.[2]?.trim();
  if (!match || !place) return null;
  // "art in the park near Sale": what comes after the last word that says where.
  const inner = takeNamedPlace(place, pattern);
  if (inner?.near) return { ...inner, words: clean(text.slice(0, text.length - inner.typed.length)) };
  const before = match[1] ?? '';
  return notPlaces.test(place) ? null : { words: clean(before), near: place, typed: text.slice(before.length).trim() };
}

const withoutDangling = (text: string) => text.trim().replace(danglingWord, '');
const clean = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,.;–-]+|[\s,.;–-]+$/g, '');

import type { Locale } from './locale.ts';

/** What there is one of around the corner: said with "the", as one says it to a neighbour. */
const ordinary: Record<Locale, ReadonlySet<string>> = {
  en: new Set(
    'allotments bridge canal castle cemetery chapel church cinema hospital library market mill museum park pond pool school station'.split(
      ' ',
    ),
  ),
  cy: new Set(
    'amgueddfa camlas capel castell eglwys gorsaf llyfrgell marchnad melin mynwent parc pont pwll rhandiroedd sinema ysbyty ysgol'.split(
      ' ',
    ),
  ),
};

const articles: Record<Locale, RegExp> = { en: /^the$/i, cy: /^yr?$/i };

/**
 * A landmark inside a sentence: "the bus station", "the library", "the Knoll", but "Castle Park". A name whose other words are all small
 * tells what it is. Welsh has its article inside such names, or does well without.
 */
export function sayLandmark(name: string, locale: Locale): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  if (articles[locale].test(first) && others.length > 0) return lowerFirst(name.trim());
  if (!isDescription(first, others, locale)) return name;
  return locale === 'en' ? `the ${lowerFirst(name.trim())}` : lowerFirst(name.trim());
}

function isDescription(first: string, others: string[], locale: Locale): boolean {
  if (others.length === 0) return startsSmall(first) || ordinary[locale].has(first.toLowerCase());
  return others.every(startsSmall);
}

const startsSmall = (word: string) => /^\p{Ll}/u.test(word);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

import type { Proposal } from '../contract/proposal.ts';
import { foldText } from '../search/fold-text.ts';

/** From here on it is probably junk: kept, and shown in a heap of its own. */
export const junkFrom = 4;

/** What else is known of a proposal beside its words. Nothing of it says who sent it. */
export interface JunkSigns {
  /** How many this connection has sent today, this one included. */
  fromConnection: number;
  /** How many wait that say the same. */
  sameText: number;
  placeKnown: boolean;
}

const goods =
  /\b(?:viagra|cialis|casino|crypto|bitcoin|forex|backlinks?|seo|payday|loans?|porn|xxx|escorts?|slots?|betting|replica|weight loss)\b/i;

/** How likely it is junk, and the signs of it. */
export function judgeJunk({ name, happens, when, place, join, contact }: Proposal, { fromConnection, sameText, placeKnown }: JunkSigns) {
  const text = [name, happens, when, place, join].join('\n');
  const links = text.match(/https?:|www\.|\b[\w-]+\.(?:com|net|ru|cn|top|xyz|info|biz)\b/gi)?.length ?? 0;
  const signs: [string, number][] = [
    ['links', Math.min(links * 2, 5)],
    ['markup', /<[a-z/][^>]*>|\[url|\[link/i.test(text) ? 4 : 0],
    ['goods', goods.test(text) || goods.test(contact) ? 3 : 0],
    ['gibberish', isGibberish(`${name} ${happens}`) ? 4 : 0],
    ['shouting', isShouting(name) ? 1 : 0],
    ['same-text', sameText === 0 ? 0 : sameText < 3 ? 2 : 4],
    // A library's visitors share a connection: a handful is no sign.
    ['burst', fromConnection > 20 ? 5 : fromConnection > 8 ? 3 : 0],
    ['nowhere', placeKnown ? 0 : 1],
  ];
  const found = signs.filter(([, points]) => points > 0);
  return { score: found.reduce((sum, [, points]) => sum + points, 0), reasons: found.map(([sign]) => sign) };
}

/** Long words without vowels, or one without end. Only of Latin letters, of which Welsh has y and w for vowels. */
function isGibberish(text: string): boolean {
  const words = foldText(text)
    .split(' ')
    .filter((word) => /^[a-z]{5,}$/.test(word));
  if (words.some((word) => word.length > 45)) return true;
  const odd = words.filter((word) => /[^aeiouyw]{6}/.test(word) || /(.)\1{3}/.test(word) || !/[aeiouyw]/.test(word));
  return odd.length > 0 && odd.length * 3 >= words.length;
}

const isShouting = (name: string) => name.length > 8 && name === name.toUpperCase() && name !== name.toLowerCase();

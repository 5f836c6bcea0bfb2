import type { NamesCompared } from './compare-names.ts';

/** Why two may be one. Pages say it in a sentence of their own. */
export const likenesses = ['same-name', 'misspelt-name', 'shorter-name', 'same-venue', 'near', 'same-phone', 'same-web'] as const;
export type Likeness = (typeof likenesses)[number];

/** What is known of two that may be one, beside their names. */
export interface Compared {
  same_venue: boolean;
  same_phone: boolean;
  same_web: boolean;
  /** Apart; null when one of them has no place for everyone to know. */
  metres: number | null;
  /** One is a place or an institution, the other something that people do. */
  place_and_doing: boolean;
}

export interface Judgement {
  /** From 0.75 up it is worth asking. */
  score: number;
  likenesses: Likeness[];
}

export const nearMetres = 300;
const apartMetres = 2_000;
const leastScore = 0.75;
/** Of the name: one hall, one telephone and one web page serve many. */
const leastShare = 0.5;
const tellingShare = 0.65;

/** How likely they are one, and why. Null: they are two. `names` null: they are called something else. */
export function judgeLikeness(
  names: NamesCompared | null,
  { same_venue, same_phone, same_web, metres, place_and_doing }: Compared,
): Judgement | null {
  if (!names || names.share < leastShare) return null;
  // A hall, and what goes on there.
  if (place_and_doing && names.how === 'shorter-name') return null;
  const near = metres !== null && metres <= nearMetres;
  const reached = same_phone || same_web;
  const score =
    names.share +
    (same_venue || near ? 0.1 : 0) +
    (same_phone ? 0.15 : 0) +
    (same_web ? 0.2 : 0) -
    (metres !== null && metres > apartMetres && !reached ? 0.45 : 0) -
    // "Coffee morning" is held in every hall.
    (names.isUsual && !near && !same_venue && !reached ? 0.4 : 0);
  if (score < leastScore) return null;
  return {
    score: Math.round(Math.min(score, 1.5) * 100) / 100,
    likenesses: [
      ...(names.share >= tellingShare ? [names.how] : []),
      ...(same_venue ? ['same-venue' as const] : near ? ['near' as const] : []),
      ...(same_phone ? ['same-phone' as const] : []),
      ...(same_web ? ['same-web' as const] : []),
    ],
  };
}

/** One is there to go to, the other is what people do. */
export const isPlaceAndDoing = (one: string, other: string) => isPlace(one) !== isPlace(other);

const isPlace = (kind: string) => kind === 'place' || kind === 'institution';

/** As the index of `contact_phone` holds it; null: no number. */
export const digitsOf = (phone: string | null): string | null => {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length >= 6 ? digits : null;
};

/** As the index of `contact_web` holds it. */
export const bareAddress = (web: string | null): string | null => web?.replace(/^https?:\/\/(www\.)?|\/+$/gi, '').toLowerCase() || null;

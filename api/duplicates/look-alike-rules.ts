/** Why two may be one. Pages say it in a sentence of their own. */
export const likenesses = ['same-name', 'like-name', 'same-venue', 'near', 'same-phone', 'same-web'] as const;
export type Likeness = (typeof likenesses)[number];

/** What is known of two that may be one. */
export interface Compared {
  /** Of their names, 0 to 1 by trigrams. */
  alike: number;
  same_venue: boolean;
  same_phone: boolean;
  same_web: boolean;
  /** Apart; null when one of them has no place for everyone to know. */
  metres: number | null;
}

export const nearMetres = 300;
const apartMetres = 2_000;
const leastScore = 0.6;
const leastAlikeName = 0.45;

/** How likely they are one (from 0.6 up it is worth asking), and why. Null: they are two. */
export function judgeLikeness({
  alike,
  same_venue,
  same_phone,
  same_web,
  metres,
}: Compared): { score: number; likenesses: Likeness[] } | null {
  const near = metres !== null && metres <= nearMetres;
  const score =
    alike +
    (same_venue ? 0.2 : near ? 0.1 : 0) +
    (same_web ? 0.3 : 0) +
    (same_phone ? 0.2 : 0) -
    // "Coffee morning" is held in every hall.
    (metres !== null && metres > apartMetres ? 0.45 : 0);
  if (score < leastScore || alike < 0.2) return null;
  return {
    score: Math.round(Math.min(score, 1.5) * 100) / 100,
    likenesses: [
      ...(alike >= 0.95 ? ['same-name' as const] : alike >= leastAlikeName ? ['like-name' as const] : []),
      ...(same_venue ? ['same-venue' as const] : near ? ['near' as const] : []),
      ...(same_phone ? ['same-phone' as const] : []),
      ...(same_web ? ['same-web' as const] : []),
    ],
  };
}

/** As the index of `contact_phone` holds it; null: no number. */
export const digitsOf = (phone: string | null): string | null => {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length >= 6 ? digits : null;
};

/** As the index of `contact_web` holds it. */
export const bareAddress = (web: string | null): string | null => web?.replace(/^https?:\/\/(www\.)?|\/+$/gi, '').toLowerCase() || null;

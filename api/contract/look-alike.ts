import type { Listing } from './listing.ts';

/** Something around already that may be the same, and why: `same-name`, `like-name`, `same-venue`, `near`, `same-phone`, `same-web`. */
export interface LookAlike {
  listing: Listing;
  /** From 0.6 up it is worth asking. */
  score: number;
  likenesses: ('same-name' | 'like-name' | 'same-venue' | 'near' | 'same-phone' | 'same-web')[];
}

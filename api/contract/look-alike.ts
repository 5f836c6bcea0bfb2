import type { Listing } from './listing.ts';

/**
 * Something around already that may be the same, and why. `misspelt-name`: the same but for a slip or a short form. `shorter-name`: one says a
 * little more than the other.
 */
export interface LookAlike {
  listing: Listing;
  /** From 0.75 up it is worth asking. */
  score: number;
  likenesses: ('same-name' | 'misspelt-name' | 'shorter-name' | 'same-venue' | 'near' | 'same-phone' | 'same-web')[];
}

import { z } from 'zod';
import type { Asset } from './asset.ts';
import type { Listing } from './listing.ts';
import { longestSuggestion } from './suggestion.ts';
import { saysSomething, typedText } from './typed-text.ts';

export const confirmAnswers = ['right', 'change', 'closed', 'pause'] as const;
export type ConfirmAnswer = (typeof confirmAnswers)[number];

/** A pause that nobody would forget. */
export const longestPauseDays = 400;

/** What a group says of its own, by the link in its letter. `until` is the last day of a rest. */
export const ConfirmForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('right') }),
  z.object({ answer: z.literal('change'), text: typedText().refine(saysSomething).max(longestSuggestion) }),
  z.object({ answer: z.literal('closed') }),
  z.object({ answer: z.literal('pause'), until: z.iso.date() }),
]);
export type ConfirmForm = z.infer<typeof ConfirmForm>;

/** How a link stands: it waits for an answer, was answered, is too old, or what it was about has gone since. */
export type ConfirmState = 'open' | 'answered' | 'old' | 'gone';

/** What the page behind a link shows: no more than the public may know. */
export interface Confirm {
  state: ConfirmState;
  listing: Listing;
  join: string | null;
  contact: Asset['contact'];
  /** First name of the coordinator there; null: there is none just now. */
  coordinator: { slug: string; first_name: string } | null;
  answer: ConfirmAnswer | null;
  /** Whether the answer can still be taken back. */
  canTakeBack: boolean;
  /** Whether it has sessions that can rest. */
  canPause: boolean;
  /** On the list, as everyone sees it. */
  isPublic: boolean;
}

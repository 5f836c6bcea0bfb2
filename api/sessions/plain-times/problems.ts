import type { Weekday } from '../../contract/vocabulary.ts';

/** Why something was not understood, with the very words. Pages say it in a sentence of their own. */
export type TimesProblem =
  | { code: 'not-understood' | 'which-half' | 'every-second' | 'no-such-day' | 'no-dates'; words: string }
  | { code: 'other-weekday'; words: string; weekday: Weekday };

/** What nobody said and we took so: told, never silent. */
export type TimesAssumed =
  | { code: 'first-date'; words: string; date: string }
  | { code: 'one-hour'; words: string }
  | { code: 'clock'; words: string }
  | { code: 'own-words'; words: string };

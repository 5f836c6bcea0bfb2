import type { Weekday } from './vocabulary.ts';

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

/** Times as they were read, with the first dates they give. */
export interface TimesPreview {
  sessions: {
    title: string | null;
    rule: string | null;
    /** First and last date, YYYY-MM-DD. */
    from: string | null;
    until: string | null;
    start: string | null;
    minutes: number | null;
    term_time: boolean;
    by_appointment: boolean;
    usually: string | null;
    /** Dates of the rule on which it is not, YYYY-MM-DD. */
    not_on: string[];
  }[];
  /** The first five, soonest first. ISO 8601 with London's offset. */
  dates: { starts_at: string; ends_at: string; title: string | null }[];
  problems: TimesProblem[];
  assumed: TimesAssumed[];
}

import { z } from 'zod';

export const noticeCodes = [
  'search-resting',
  'filters-left-nothing',
  'unknown-postcode',
  'unknown-place',
  'no-place',
  'no-words',
  'only-the-best',
] as const;

/** Something a reader should know of an answer: in a sentence, and for programs that say it in their own words. */
export const noticeFields = {
  notice: z.string().nullable().meta({ description: 'Something a reader should know of this answer, in a sentence.' }),
  notice_code: z.enum(noticeCodes).nullable().meta({ description: 'Which notice it is; stays the same when the sentence is reworded.' }),
  notice_about: z.string().nullable().meta({ description: 'The words that it speaks of, as typed.' }),
};

export type NoticeCode = (typeof noticeCodes)[number];

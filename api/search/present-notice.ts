import type { NoticeCode } from '../contract/notice.ts';

export interface Notice {
  code: NoticeCode;
  /** The words that it speaks of. */
  about?: string;
}

interface SaidNotice {
  notice: string | null;
  notice_code: NoticeCode | null;
  notice_about: string | null;
}

/** What a reader should know of an answer, as the contract has it. */
export function presentNotice(notice: Notice | null): SaidNotice {
  if (!notice) return { notice: null, notice_code: null, notice_about: null };
  const { code, about = '' } = notice;
  return { notice: sentences[code](about), notice_code: code, notice_about: about || null };
}

const sentences: Record<NoticeCode, (about: string) => string> = {
  'search-resting': () => 'Our main search is having a rest, so a simpler one answered. Everything shown is still right.',
  'filters-left-nothing': (taken) => `Nothing was left with ${taken} as a filter, so we looked for the words as they stand.`,
  'unknown-postcode': (postcode) => `We do not know the postcode ${postcode}, so this is not sorted by what is near.`,
  'unknown-place': (place) => `We do not know a place called ${place}, so this is from everywhere around here. A postcode works best.`,
  'no-place': () => 'Tell us where you are, a postcode or a village, and we can look for what is within a walk.',
  'no-words': (typed) => `There are no words in “${typed}” to look for, so this is everything.`,
  'only-the-best': () =>
    'So much goes by these words that we looked at the 1,000 best of it. One word more, or a place, leaves nothing out.',
};

import type { Translate } from '../../i18n/translate.ts';

/** What the suggestions beneath the box say; `{…}` is filled by the island. */
export const askStrings = (t: Translate) => ({
  label: t('ask.suggestions'),
  count: t.raw('ask.suggestions-count'),
  near: t.raw('ask.suggestion-near'),
});

export type AskStrings = ReturnType<typeof askStrings>;

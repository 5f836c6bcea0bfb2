import { curlApostrophes } from './curl-apostrophes.ts';

/** The languages that pages are written in; English has no prefix in addresses. */
export const locales = ['en', 'cy'] as const;
export type Locale = (typeof locales)[number];

export const localeNames: Record<Locale, string> = { en: 'English', cy: 'Cymraeg' };
export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'cy' : 'en');

/** "/cy/find" → Welsh and "/find"; anything else is English as it stands. The path never names another site ("//elsewhere"). */
export function splitLocale(path: string): { locale: Locale; path: string } {
  const welsh = /^\/cy(?=[/?]|$)/.test(path);
  return { locale: welsh ? 'cy' : 'en', path: path.slice(welsh ? 3 : 0).replace(/^[/\\]*/, '/') };
}

/**
 * The text to show a reader: theirs where it was written, else the English with its language said, so that a screen reader
 * pronounces it rightly. Apostrophes come out curled, however they were typed.
 */
export function inLocale(locale: Locale, english: string, welsh: string | null | undefined): { text: string; lang?: Locale } {
  const text = curlApostrophes(locale === 'cy' && welsh ? welsh : english);
  return locale === 'en' || welsh ? { text } : { text, lang: 'en' };
}

/** Codes that the runtime's own tables cannot name. */
const unnamed: Record<string, Record<Locale, string>> = {
  bfi: { en: 'British Sign Language', cy: 'Iaith Arwyddion Prydain' },
};

/** "cy" → "Welsh" or "Cymraeg". Server only: old phones lack the Welsh tables. */
export function languageName(locale: Locale, code: string): string {
  const known = unnamed[code]?.[locale];
  if (known) return known;
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code;
}

import type { Locale } from './i18n/locale.ts';
import type { Translate } from './i18n/translate.ts';
import type { Urls } from './urls.ts';

/** Who is reading: what every component needs to speak to them. Nothing about the person themselves. */
export interface Reader {
  locale: Locale;
  t: Translate;
  urls: Urls;
  now: Date;
}

import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

interface WordsProps {
  reader: Pick<Reader, 'locale'>;
  en: string;
  cy?: string | null;
}

/** A text that people wrote, in the reader's language where it exists; otherwise marked as English. */
export function Words({ reader, en, cy }: WordsProps) {
  const { text, lang } = inLocale(reader.locale, en, cy);
  return lang ? <span lang={lang}>{text}</span> : text;
}

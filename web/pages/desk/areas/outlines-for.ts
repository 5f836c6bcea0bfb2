import type { Outline } from '../../../../api/contract/recut.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** With their names in the reader's language, for the map, which writes `name` as it is. */
export const outlinesFor = ({ locale }: Reader, outlines: Outline[]): Outline[] =>
  outlines.map((outline) => ({ ...outline, name: inLocale(locale, outline.name, outline.name_cy).text }));

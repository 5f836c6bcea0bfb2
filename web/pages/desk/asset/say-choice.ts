import type { PlaceChoice } from '../../../../api/contract/desk-asset.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** A place that was offered, in words. */
export function sayChoice({ t, locale }: Pick<Reader, 't' | 'locale'>, place: PlaceChoice): string {
  if (place.type === 'point') return t('edit.where-near', { place: place.label });
  return [inLocale(locale, place.name, place.name_cy).text, place.address].filter(Boolean).join(', ');
}

import { formatPostcode } from '../places/postcode-rules.ts';
import { foldText } from '../search/fold-text.ts';
import type { Notice } from '../search/present-notice.ts';
import type { UnderstoodWish } from './understand-wish.ts';

/** What could not be done as it was wished for; null: all of it could. */
export function wishNotice({
  words,
  unknownPlace,
  near,
  understood,
}: Pick<UnderstoodWish<unknown>, 'words' | 'unknownPlace' | 'near' | 'understood'>): Notice | null {
  if (unknownPlace) return { code: formatPostcode(unknownPlace) ? 'unknown-postcode' : 'unknown-place', about: unknownPlace };
  if (!near && understood.some(({ type }) => type === 'distance')) return { code: 'no-place' };
  if (words && foldText(words) === '') return { code: 'no-words', about: words };
  return null;
}

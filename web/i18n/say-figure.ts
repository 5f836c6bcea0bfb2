import { fewestTold } from '../../api/contract/quality.ts';
import type { Translate } from './translate.ts';

/** "86%". */
export const sayPercent = (percent: number): string => `${percent}%`;

/** A count, or that it is too few to tell: null stands for that. */
export const sayFigure = (t: Translate, count: number | null): string =>
  count === null ? t('quality.few', { most: fewestTold - 1 }) : String(count);

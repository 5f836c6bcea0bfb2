import { sayLongDate } from '../../i18n/format.ts';
import { daysBetween, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';

/** After a rule: "; next on Tuesday 8 December". Nothing when no date is known. */
export function NextOn({ reader: { t, now }, next }: { reader: Reader; next: string | null }) {
  if (!next) return null;
  const day = londonDay(next);
  const ahead = daysBetween(londonDay(now), day);
  const said =
    ahead <= 0 ? t('when.next-today') : ahead === 1 ? t('when.next-tomorrow') : t('when.next', { day: sayLongDate(t, day, 'soft') });
  return <span class="next-on">; {said}</span>;
}

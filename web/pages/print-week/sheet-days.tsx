import { capitalise, sayFullDate } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { dayParts, londonDay, weekdayOf } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { noDay, type SheetEntry } from './sheet-entries.ts';

/** The days in their order, then what is open most of them, then what one must ask about. */
export function SheetDays({ reader, entries }: { reader: Reader; entries: SheetEntry[] }) {
  const { t } = reader;
  const days = new Map<string, SheetEntry[]>();
  for (const entry of entries) days.set(entry.day ?? '', [...(days.get(entry.day ?? '') ?? []), entry]);
  const inOrder = [...days].sort(([one], [other]) => (one || '9').localeCompare(other || '9'));
  if (entries.length === 0) return <p class="sheet-days">{t('keep.no-dates')}</p>;
  return (
    <div class="sheet-days">
      {inOrder.map(([day, onThatDay]) => (
        <section>
          <h2>{sayHeading(reader, day)}</h2>
          <ul>
            {onThatDay.map((entry) => (
              <li class={entry.off ? 'off' : undefined}>
                {entry.time && <b>{entry.time}</b>} <b lang={entry.name.lang}>{entry.name.text}</b> {entry.facts.join('\u00a0· ')}
                {entry.checked && <span class="checked-on"> ✓&nbsp;{entry.checked}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function sayHeading({ t, locale }: Reader, day: string): string {
  if (day === '') return t('area.most-days');
  if (day === noDay) return t('sheet.no-day');
  return `${capitalise(grammarOf(locale).weekdays[weekdayOf(day)] ?? '')} ${dayParts(day).date}`;
}

/** What found no room, where all of it is, and how old this paper is. */
export function SheetEnd({ reader: { t, now }, left, address }: { reader: Reader; left: number; address: string }) {
  const short = address.replace(/^https?:\/\//, '');
  return (
    <footer class="sheet-end">
      <p>
        <b>{left > 0 ? t('sheet.more', { count: left, address: short }) : t('sheet.all', { address: short })}</b>
      </p>
      <p>{t('sheet.key', { date: sayFullDate(t, londonDay(now)) })}</p>
    </footer>
  );
}

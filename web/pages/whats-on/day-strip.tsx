import { capitalise, sayDate, sayDay, sayLongDate } from '../../i18n/format.ts';
import { addDays, type Day, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { WhatsOnProps } from './load-whats-on.ts';
import { stripOf, weekendOf, weekOf } from './read-period.ts';

/** The week at a glance: each day with how much is on, then the weekend and all of it. */
export function DayStrip({ reader, query, period, found }: WhatsOnProps & { reader: Reader }) {
  const { t, urls, now } = reader;
  const today = londonDay(now);
  const { from: first } = stripOf(period.from, today);
  const counts = new Map(found.days.map(({ date, total }) => [date, total]));
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index));
  // On a Sunday what is left of the weekend is today.
  const spans = [weekendOf(today), weekOf(today)].filter(({ from, to }) => from < to);
  return (
    <nav aria-label={t('whats-on.days')}>
      <ol class="day-strip">
        {days.map((day) => (
          <li>
            <a
              href={urls.whatsOn({ ...query, page: 1, on: day })}
              aria-current={period.name === 'day' && period.from === day ? 'date' : undefined}
            >
              <b aria-hidden="true">{shortDay(reader, day)}</b>
              <span class="unseen">{capitalise(sayLongDate(t, day))}</span>
              {counts.has(day) && <small>{t('whats-on.count', { count: counts.get(day) ?? 0 })}</small>}
            </a>
          </li>
        ))}
        {spans.map(({ name, from, to }) => (
          <li>
            <a href={urls.whatsOn({ ...query, page: 1, from, to })} aria-current={period.name === name ? 'true' : undefined}>
              <b>{t(name === 'week' ? 'whats-on.all-week' : 'whats-on.the-weekend')}</b>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** "Today", "Tomorrow", then "Wed 25": the month is plain from the headings. */
function shortDay({ t, now }: Reader, day: Day): string {
  const near = sayDay(t, day, now);
  return near === t('day.today') || near === t('day.tomorrow') ? capitalise(near) : sayDate(t, day, now).split(' ').slice(0, 2).join(' ');
}

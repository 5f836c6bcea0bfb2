import type { TimesPreview } from '../../../api/contract/plain-times.ts';
import { capitalise, sayDate, sayHours, sayList, sayLongDate } from '../../i18n/format.ts';
import { daysBetween, londonDay } from '../../i18n/london-day.ts';
import { sayRecurrence } from '../../i18n/say-recurrence.ts';
import type { Reader } from '../../reader.ts';
import { sayAssumed, sayProblem } from './say-told.ts';

/** What we understand of times as somebody wrote them: said back, the first dates, what was not clear, and what we took so. */
export function TimesRead({ reader, times }: { reader: Reader; times: TimesPreview }) {
  const { t, now } = reader;
  const told = [...times.problems.map((each) => sayProblem(reader, each)), ...times.assumed.map((each) => sayAssumed(reader, each))];
  return (
    <div class="times-read stack tight">
      {times.sessions.length > 0 && (
        <ul>
          {times.sessions.map((session) => (
            <li>
              {session.title && <b>{session.title}: </b>}
              {saySession(reader, session)}
            </li>
          ))}
        </ul>
      )}
      {[...new Set(told)].map((sentence) => (
        <p class="told">{sentence}</p>
      ))}
      {times.dates.length > 0 && (
        <>
          <p class="soft">{t('times.first')}</p>
          <ol>
            {times.dates.map(({ starts_at, ends_at, title }) => (
              <li>
                <time dateTime={starts_at}>{capitalise(sayDate(t, londonDay(starts_at), now))}</time>, {sayHours(t, starts_at, ends_at)}
                {title && ` (${title})`}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** Nearer than this nobody asks when it begins. */
const soonDays = 35;

function saySession({ t, now }: Reader, session: TimesPreview['sessions'][number]): string {
  const { from, until, not_on } = session;
  const soft = (day: string) => sayLongDate(t, day, 'soft');
  const isLater = from !== null && daysBetween(londonDay(now), from) > soonDays;
  const said = [
    session.by_appointment && session.usually ? session.usually : sayRecurrence(t, session),
    isLater ? t('times.from', { date: soft(from) }) : '',
    until ? t('times.until', { date: soft(until) }) : '',
    not_on.length > 0 ? t('times.not-on', { dates: sayList(t, not_on.map(soft)) }) : '',
  ];
  return capitalise(said.filter(Boolean).join(', '));
}

import type { Occurrence } from '../../../api/contract/session.ts';
import { capitalise, sayDate, sayDay, sayHours } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

/** What comes next, one line a date; cancelled and moved dates say so. */
export function DateList({ reader, dates }: { reader: Reader; dates: Occurrence[] }) {
  const { t, now } = reader;
  return (
    <ol class="whens">
      {dates.map((date) => {
        const day = londonDay(date.starts_at);
        const near = sayDay(t, day, now);
        const shown = near === t('day.today') || near === t('day.tomorrow') ? capitalise(near) : sayDate(t, day, now);
        return (
          <li class={`when ${date.status}`}>
            <time dateTime={date.starts_at}>{shown}</time>
            <div>
              {date.title && (
                <b>
                  <Words reader={reader} en={date.title} cy={date.title_cy} />{' '}
                </b>
              )}
              <span class="hours">{sayHours(t, date.starts_at, date.ends_at)}</span>
              {date.status !== 'on' && <em> {t(`dates.${date.status}`)}</em>}
              {date.note && <span lang={reader.locale === 'en' ? undefined : 'en'}> {date.note}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

import type { Occurrence, Session } from '../../../api/contract/session.ts';
import { beforeReason, capitalise, endSentence, sayDate, sayDay, sayHours } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';
import { sayChange } from './say-change.ts';

interface DateListProps {
  reader: Reader;
  dates: Occurrence[];
  /** The regular times that the dates come from. */
  sessions: Session[];
}

/** What comes next, one line a date; cancelled and moved dates say so, and why. */
export function DateList({ reader, dates, sessions }: DateListProps) {
  const { t, now } = reader;
  return (
    <ol class="whens">
      {dates.map((date) => {
        const day = londonDay(date.starts_at);
        const near = sayDay(t, day, now);
        const shown = near === t('day.today') || near === t('day.tomorrow') ? capitalise(near) : sayDate(t, day, now);
        const session = sessions.find(({ id }) => id === date.session) ?? null;
        const change = sayChange(reader, date);
        // What holds for every date is said once, with the regular times.
        const note = date.note === session?.note ? null : date.note;
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
              {change && <em> {note ? beforeReason(change, note) : `${change}.`}</em>}
              {note && (
                <span>
                  {' '}
                  <Words reader={reader} en={endSentence(change ? note : capitalise(note))} />
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

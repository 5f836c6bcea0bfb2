import { dayParts } from '../../../api/contract/vocabulary.ts';
import type { WhatsOnDay } from '../../../api/contract/whats-on.ts';
import { OnList } from '../../components/on-list/on-list.tsx';
import { sayLongDate } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import type { WhatsOnProps } from './load-whats-on.ts';
import { dayHeading } from './say-period.ts';

/** Days side by side where there is room, each with its first things and the way to all of them. Days with nothing are left out. */
export function ManyDays({ reader, query, found }: WhatsOnProps & { reader: Reader }) {
  return (
    <div class="week">
      {found.days
        .filter(({ items }) => items.length > 0)
        .map((day) => (
          <section class="day" aria-labelledby={`day-${day.date}`}>
            <h2 id={`day-${day.date}`}>{dayHeading(reader, day.date)}</h2>
            <OnList reader={reader} items={day.items} brief />
            {day.listed > day.items.length && <RestOfDay reader={reader} query={query} day={day} />}
          </section>
        ))}
    </div>
  );
}

/** The first things of a day are its morning: the other parts are one press away. */
function RestOfDay({ reader: { t, urls }, query, day }: { reader: Reader; query: FindQuery; day: WhatsOnDay }) {
  const { date, total, times } = day;
  const onDay = { ...query, on: date, page: 1 };
  const parts = query.time?.length ? [] : dayParts.filter((part) => times[part] > 0);
  return (
    <>
      <a class="target" href={urls.whatsOn(onDay)}>
        {t('whats-on.more-of-day', { count: total, day: sayLongDate(t, date) })}
      </a>
      {parts.length > 1 && (
        <ul class="row">
          {parts.map((part) => (
            <li>
              <a class="target" href={urls.whatsOn({ ...onDay, time: [part] })}>
                {t(`time.${part}`)}&nbsp;<small>{times[part]}</small>
                <span class="unseen">, {sayLongDate(t, date)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

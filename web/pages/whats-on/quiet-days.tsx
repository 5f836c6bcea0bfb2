import { CoordinatorCard } from '../../components/coordinator-card/coordinator-card.tsx';
import { sayLongDate, walkMetres } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { inPeriod } from './in-period.ts';
import type { WhatsOnProps } from './load-whats-on.ts';

const longWalk = walkMetres(30);

/** Nothing on: the next day that has something, a longer walk, anything at all, and the person to ask. */
export function QuietDays({ reader, query, period, found, coordinators }: WhatsOnProps & { reader: Reader }) {
  const { t, urls, now } = reader;
  const here = { ...query, ...inPeriod(period), page: 1 };
  const anything: FindQuery = { ...inPeriod(period), near: query.near, within: query.within };
  const ways: { label: string; query: FindQuery }[] = [
    ...(found.next
      ? [{ label: t('whats-on.next-day', { day: sayLongDate(t, found.next) }), query: { ...query, on: found.next, page: 1 } }]
      : []),
    ...(query.within && query.within < longWalk ? [{ label: t('whats-on.wider'), query: { ...here, within: longWalk } }] : []),
    ...(query.within ? [{ label: t('filter.any-distance'), query: { ...here, within: undefined } }] : []),
    ...(urls.whatsOn(anything) === urls.whatsOn(here) ? [] : [{ label: t('whats-on.anything'), query: anything }]),
  ];
  return (
    <div class="stack narrow">
      <p class="lead">{t(period.to < londonDay(now) ? 'whats-on.past' : 'whats-on.none')}</p>
      {ways.length > 0 && (
        <ul class="row">
          {ways.map((way) => (
            <li>
              <a class="chip" href={urls.whatsOn(way.query)}>
                {way.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {coordinators.map((coordinator) => (
        <CoordinatorCard reader={reader} coordinator={coordinator} beside={coordinators} />
      ))}
    </div>
  );
}

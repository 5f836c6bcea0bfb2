import { CoordinatorCard } from '../../components/coordinator-card/coordinator-card.tsx';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { WhatsOnProps } from './load-whats-on.ts';

/** Nothing on: the next day that has something, a longer walk, what is around whatever the day, and the person to ask. */
export function QuietDays({ reader, query, period, quiet, coordinators }: WhatsOnProps & { reader: Reader }) {
  const { t, urls, now } = reader;
  if (!quiet) return null;
  const { ways, next, noTimes } = quiet;
  const why = noTimes ? 'whats-on.no-times' : period.to < londonDay(now) ? 'whats-on.past' : 'whats-on.none';
  return (
    <div class="stack narrow">
      <p class="lead">{t(why)}</p>
      <ul class="row">
        {next && (
          <li>
            <a class="chip" href={urls.whatsOn(next.query)}>
              {next.label}
            </a>
          </li>
        )}
        {ways.map((way) => (
          <li>
            <a class="chip" href={urls.whatsOn(way.query)}>
              {way.label} <small>{way.count}</small>
            </a>
          </li>
        ))}
        <li>
          <a class="chip" href={urls.find({ ...query, day: [], time: [], page: 1 })}>
            {t('whats-on.any-day')}
          </a>
        </li>
      </ul>
      {coordinators.map((coordinator) => (
        <CoordinatorCard reader={reader} coordinator={coordinator} beside={coordinators} />
      ))}
    </div>
  );
}

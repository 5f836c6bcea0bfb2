import { dayParts } from '../../../api/contract/vocabulary.ts';
import type { Reader } from '../../reader.ts';
import { inPeriod } from './in-period.ts';
import type { WhatsOnProps } from './load-whats-on.ts';

/** All day, or one part of it, each with how much is on. */
export function PartOfDay({ reader, query, period, found }: WhatsOnProps & { reader: Reader }) {
  const { t, urls } = reader;
  const shown = found.days.filter(({ date }) => date >= period.from && date <= period.to);
  const chosen = query.time ?? [];
  const at = (time: typeof chosen) => urls.whatsOn({ ...query, ...inPeriod(period), page: 1, time });
  return (
    <nav aria-label={t('whats-on.parts')}>
      <ul class="row">
        <li>
          <a class="chip" href={at([])} aria-current={chosen.length === 0 ? 'true' : undefined}>
            {t('whats-on.all-day')}
          </a>
        </li>
        {dayParts.map((part) => (
          <li>
            <a class="chip" href={at([part])} aria-current={chosen.includes(part) ? 'true' : undefined}>
              {t(`time.${part}`)} <small>{shown.reduce((sum, { times }) => sum + times[part], 0)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

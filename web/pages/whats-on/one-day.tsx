import type { WhatsOnDay, WhatsOnItem } from '../../../api/contract/whats-on.ts';
import { OnList } from '../../components/on-list/on-list.tsx';
import { Words } from '../../components/words/words.tsx';
import { sayDistance, sayHours } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import type { WhatsOnProps } from './load-whats-on.ts';
import { dayHeading } from './say-period.ts';

/** A day whole: what happens, by the clock, then what is open as it is on most days. */
export function OneDay({ reader, query, found, day }: WhatsOnProps & { reader: Reader; day: WhatsOnDay }) {
  const { t, urls } = reader;
  const open = day.items.filter(isOpen);
  const left = day.listed - found.page * found.per_day;
  const at = (page: number) => urls.whatsOn({ ...query, on: day.date, page });
  return (
    <section class="stack" aria-labelledby="day">
      <h2 id="day">{dayHeading(reader, day.date)}</h2>
      <div class="week">
        <OnList reader={reader} items={day.items.filter((item) => !isOpen(item)).sort(byClock)} />
      </div>
      {open.length > 0 && <OpenThatDay reader={reader} items={open} />}
      {(left > 0 || found.page > 1) && (
        <nav class="row" aria-label={t('paging.label')}>
          {found.page > 1 && (
            <a class="button quiet" href={at(found.page - 1)} rel="prev">
              {t('paging.back')}
            </a>
          )}
          {left > 0 && (
            <a class="button quiet" href={at(found.page + 1)} rel="next">
              {t('whats-on.rest-of-day')}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

/** Opening hours that are as usual are no news; those that are not stand by the clock. */
const isOpen = ({ open_most_days: mostDays, occurrence, listing }: WhatsOnItem) =>
  mostDays && occurrence.status === 'on' && listing !== null;

const byClock = (one: WhatsOnItem, other: WhatsOnItem) => Date.parse(one.occurrence.starts_at) - Date.parse(other.occurrence.starts_at);

function OpenThatDay({ reader, items }: { reader: Reader; items: WhatsOnItem[] }) {
  const { t, urls } = reader;
  return (
    <section class="stack tight" aria-labelledby="open">
      <h3 id="open">{t('whats-on.open-today')}</h3>
      <ul class="most-days">
        {items.map(({ listing, occurrence, distance_metres: metres }) => (
          <li>
            {listing && (
              <a class="target" href={urls.asset(listing.slug)}>
                <Words reader={reader} en={listing.name} cy={listing.name_cy} />
              </a>
            )}
            <small>
              {occurrence.title && (
                <>
                  <Words reader={reader} en={occurrence.title} cy={occurrence.title_cy} />,{' '}
                </>
              )}
              {sayHours(t, occurrence.starts_at, occurrence.ends_at)}
              {metres !== null && ` · ${sayDistance(t, metres)}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

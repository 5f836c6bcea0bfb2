import type { Listing } from '../../../api/contract/listing.ts';
import type { WhatsOnItem } from '../../../api/contract/whats-on.ts';
import { Words } from '../../components/words/words.tsx';
import { sayHours } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import { sayRecurrences } from '../../i18n/say-recurrence.ts';
import type { Reader } from '../../reader.ts';

/** On so many days of a week, opening hours are no news. */
const mostDays = 4;

export interface WeekInTwo {
  /** Each with one of its days. */
  mostDays: { listing: Listing; item: WhatsOnItem }[];
  rest: WhatsOnItem[];
}

/** What is open most days is said once; the week is for the rest, and for any of its days that is not as usual. */
export function partWeek(items: WhatsOnItem[]): WeekInTwo {
  const days = new Map<string, Set<string>>();
  for (const item of items) days.set(keyOf(item), (days.get(keyOf(item)) ?? new Set()).add(londonDay(item.occurrence.starts_at)));
  const isDaily = (item: WhatsOnItem) =>
    item.listing !== null && item.occurrence.status === 'on' && (days.get(keyOf(item))?.size ?? 0) >= mostDays;
  const daily = new Map<string, { listing: Listing; item: WhatsOnItem }>();
  for (const item of items)
    if (item.listing && isDaily(item) && !daily.has(keyOf(item))) daily.set(keyOf(item), { listing: item.listing, item });
  return { mostDays: [...daily.values()], rest: items.filter((item) => !isDaily(item)) };
}

const keyOf = ({ occurrence, listing, coordinator }: WhatsOnItem) => [listing?.slug ?? coordinator?.slug, occurrence.title].join('|');

export function OpenMostDays({ reader, open }: { reader: Reader; open: WeekInTwo['mostDays'] }) {
  const { t, urls } = reader;
  return (
    <section class="stack tight" aria-labelledby="most-days">
      <h3 id="most-days">{t('area.most-days')}</h3>
      <ul class="most-days">
        {open.map(({ listing, item: { occurrence } }) => (
          <li>
            <a class="target" href={urls.asset(listing.slug)}>
              <Words reader={reader} en={listing.name} cy={listing.name_cy} />
            </a>{' '}
            {occurrence.title && (
              <>
                <Words reader={reader} en={occurrence.title} cy={occurrence.title_cy} />{' '}
              </>
            )}
            <small>
              {listing.rules.length > 0 && !occurrence.title
                ? sayRecurrences(t, listing.rules)
                : sayHours(t, occurrence.starts_at, occurrence.ends_at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Listing, Way } from '../../../api/contract/listing.ts';
import { capitalise, sameBuildingMetres, sayCheck, sayCost, sayDistance, sayWhen } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { londonDay } from '../../i18n/london-day.ts';
import { sayLandmark } from '../../i18n/say-landmark.ts';
import { sayRecurrences } from '../../i18n/say-recurrence.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

type Facts = Pick<Listing, 'kind' | 'point' | 'rules' | 'usually' | 'next' | 'venue' | 'area' | 'cost' | 'checked'> & {
  distance_metres?: number | null;
  way?: Way | null;
  /** No date is known at the time asked for. */
  times_not_fixed?: true | undefined;
};

interface ListingFactsProps {
  reader: Reader;
  listing: Facts;
  /** The distance is from another thing, not from where the reader is. */
  fromThing?: boolean;
  /** Another day than today was asked for. */
  undated?: boolean;
}

/** The one quiet line: when, where, how far, cost, checked. The same order everywhere. */
export function ListingFacts({ reader, listing, fromThing = false, undated = false }: ListingFactsProps) {
  const { t, now } = reader;
  const when = whenOf(reader, listing);
  const place = listing.venue ?? listing.area;
  const cost = sayCost(t, listing.cost);
  const distance = listing.distance_metres;
  return (
    <ul class="facts">
      {when && (
        <li lang={when.lang}>
          <strong>{when.text}</strong>
        </li>
      )}
      {listing.times_not_fixed && <li>{t('when.not-fixed')}</li>}
      {!undated && isToday(reader, listing) && <li class="today">{t('day.on-today')}</li>}
      {place && (
        <li class={listing.venue ? 'venue' : undefined}>
          <Words reader={reader} en={place.name} cy={place.name_cy} />
        </li>
      )}
      {isRoaming(listing) && <li>{t('far.no-place')}</li>}
      {distance !== null && distance !== undefined && (
        <li>{fromThing && distance <= sameBuildingMetres ? t('far.same-place') : sayWay(reader, distance, listing.way?.past)}</li>
      )}
      {cost && <li>{capitalise(cost)}</li>}
      <li class={listing.checked?.freshness ?? 'stale'}>{sayCheck(t, listing.checked, now)}</li>
    </ul>
  );
}

/** "12 minutes’ walk, past the bus station". */
function sayWay({ t, locale }: Reader, metres: number, past: Way['past'] | undefined): string {
  const walk = sayDistance(t, metres);
  if (!past) return walk;
  const { text, lang } = inLocale(locale, past.name, past.name_cy);
  return t('far.past', { walk, place: lang ? text : sayLandmark(text, locale) });
}

/** Without a point it has no pin either. A neighbour's gift has its own way: both agree where to meet. */
const isRoaming = ({ kind, point, venue }: Facts) => !point && !venue && kind !== 'people' && kind !== 'signpost';

/** Its regular times, else what it usually does, else its next date; what it usually does first where its times are not what was asked for. */
function whenOf(reader: Reader, listing: Facts): { text: string; lang?: string } | null {
  const { t, locale, now } = reader;
  if (listing.rules.length > 0 && !(listing.times_not_fixed && listing.usually)) {
    return { text: sayRecurrences(t, listing.rules) };
  }
  if (listing.usually) return inLocale(locale, listing.usually, null);
  return listing.next ? { text: capitalise(sayWhen(t, listing.next, now)) } : null;
}

const isToday = ({ now }: Reader, listing: Facts) =>
  listing.rules.length > 0 && listing.next !== null && londonDay(listing.next.starts_at) === londonDay(now);

import type { WhatsOnItem } from '../../../api/contract/whats-on.ts';
import { beforeReason, endSentence, sayCheck, sayCost, sayDistance, sayTime } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import { sayChange } from '../date-list/say-change.ts';
import { Words } from '../words/words.tsx';

interface OnListProps {
  reader: Reader;
  items: WhatsOnItem[];
  /** Only what it is, where, and what is not as usual. */
  brief?: boolean;
}

/** What is on, by the clock: things to join and coordinators' open doors alike. */
export function OnList({ reader, items, brief = false }: OnListProps) {
  return (
    <ol class="whens">
      {items.map((item) => (
        <li class={`when ${item.occurrence.status}${item.listing ? '' : ' door'}`}>
          <time dateTime={item.occurrence.starts_at}>{sayTime(reader.t, item.occurrence.starts_at)}</time>
          <div>
            <h3>
              <OnName reader={reader} item={item} />
            </h3>
            <OnFacts reader={reader} item={item} brief={brief} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Whose it is first: "Practice" alone says nothing. */
function OnName({ reader, item: { occurrence, listing, coordinator } }: { reader: Reader; item: WhatsOnItem }) {
  const { t, urls } = reader;
  if (coordinator) return <a href={urls.coordinator(coordinator.slug)}>{t('door.title', { name: coordinator.first_name })}</a>;
  if (!listing) return <>{occurrence.title}</>;
  const { title } = occurrence;
  const says = title?.toLowerCase().includes(listing.name.toLowerCase()) ?? false;
  return (
    <a href={urls.asset(listing.slug)}>
      {!says && <Words reader={reader} en={listing.name} cy={listing.name_cy} />}
      {title && !says && '\u00a0· '}
      {title && <Words reader={reader} en={title} cy={occurrence.title_cy} />}
    </a>
  );
}

function OnFacts({ reader, item, brief }: { reader: Reader; item: WhatsOnItem; brief: boolean }) {
  const { occurrence, listing, distance_metres: metres } = item;
  const { t } = reader;
  const place = occurrence.venue ?? listing?.venue ?? listing?.area;
  const isOff = occurrence.status === 'cancelled';
  const change = sayChange(reader, occurrence);
  const isTold = !brief && !isOff;
  const cost = isTold && listing && sayCost(t, listing.cost);
  return (
    <ul class="facts">
      {change && (
        <li>
          <strong>{occurrence.note ? beforeReason(change, occurrence.note) : change}</strong>{' '}
          {occurrence.note && <Words reader={reader} en={endSentence(occurrence.note)} />}
        </li>
      )}
      {place && place.name !== listing?.name && (
        <li>
          <Words reader={reader} en={place.name} cy={place.name_cy} />
        </li>
      )}
      {metres !== null && !isOff && <li>{sayDistance(t, metres)}</li>}
      {cost && <li>{cost}</li>}
      {isTold && listing?.just_turn_up && <li>{t('join.just-turn-up')}</li>}
      {isTold && listing?.checked?.freshness === 'stale' && <li class="stale">{sayCheck(t, listing.checked, reader.now)}</li>}
    </ul>
  );
}

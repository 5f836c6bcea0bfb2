import type { WhatsOnItem } from '../../../api/contract/whats-on.ts';
import { sayCost, sayTime } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

/** What is on, by the clock: things to join and coordinators' open doors alike. */
export function OnList({ reader, items }: { reader: Reader; items: WhatsOnItem[] }) {
  return (
    <ol class="whens">
      {items.map((item) => (
        <li class={`when ${item.occurrence.status}${item.listing ? '' : ' door'}`}>
          <time dateTime={item.occurrence.starts_at}>{sayTime(reader.t, item.occurrence.starts_at)}</time>
          <div>
            <h3>
              <OnName reader={reader} item={item} />
            </h3>
            <OnFacts reader={reader} item={item} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function OnName({ reader, item: { occurrence, listing, coordinator } }: { reader: Reader; item: WhatsOnItem }) {
  const { t, urls } = reader;
  if (coordinator) return <a href={urls.coordinator(coordinator.slug)}>{t('door.title', { name: coordinator.first_name })}</a>;
  if (!listing) return <>{occurrence.title}</>;
  return (
    <a href={urls.asset(listing.slug)}>
      <Words reader={reader} en={occurrence.title ?? listing.name} cy={occurrence.title ? occurrence.title_cy : listing.name_cy} />
    </a>
  );
}

function OnFacts({ reader, item: { occurrence, listing } }: { reader: Reader; item: WhatsOnItem }) {
  const { t } = reader;
  const place = occurrence.venue ?? listing?.venue ?? listing?.area;
  const cost = listing && sayCost(t, listing.cost);
  return (
    <ul class="facts">
      {occurrence.status !== 'on' && (
        <li>
          <strong>{t(`dates.${occurrence.status}`)}</strong>
        </li>
      )}
      {place && (
        <li>
          <Words reader={reader} en={place.name} cy={place.name_cy} />
        </li>
      )}
      {cost && <li>{cost}</li>}
      {listing?.just_turn_up && <li>{t('join.just-turn-up')}</li>}
    </ul>
  );
}

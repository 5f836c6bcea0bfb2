import type { Shortlist } from '../../../api/contract/shortlist.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import { ListingCard } from '../../components/listing-card/listing-card.tsx';
import { MapPlace } from '../../components/map-place/map-place.tsx';
import { Week } from '../../components/week/week.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

interface KeptThingsProps {
  reader: Reader;
  shortlist: Shortlist;
  topics: Topics;
  /** The list is in the address, which asks for these: things can be taken off it. */
  asked?: string[];
}

/** The list, its map, and the week of it by day. */
export function KeptThings({ reader, shortlist: { items, missing, week }, topics, asked }: KeptThingsProps) {
  const { t, urls, locale } = reader;
  const slugs = items.map(({ slug }) => slug);
  const kinds = new Map(topics.kinds.map((kind) => [String(kind.slug), inLocale(locale, kind.label, kind.label_cy).text]));
  return (
    <>
      {missing > 0 && (
        <p class="said warn">
          {t('keep.missing', { count: missing })}{' '}
          {asked && (
            <a class="target" data-drop={asked.filter((slug) => !slugs.includes(slug)).join(',')} href={urls.shortlist(slugs)}>
              {t('keep.drop-missing', { count: missing })}
            </a>
          )}
        </p>
      )}
      {items.length > 0 && (
        <div class="columns two">
          <section aria-labelledby="kept">
            <h2 id="kept" class="unseen">
              {t('keep.list')}
            </h2>
            <ol class="results">
              {items.map((listing, index) => (
                <ListingCard reader={reader} listing={listing} kind={kinds.get(listing.kind) ?? listing.kind} mark={index + 1}>
                  {asked && (
                    <a
                      class="target small on-screen"
                      data-drop={listing.slug}
                      href={urls.shortlist(slugs.filter((slug) => slug !== listing.slug))}
                    >
                      {t('keep.drop')} <span class="unseen">{inLocale(locale, listing.name, listing.name_cy).text}</span>
                    </a>
                  )}
                </ListingCard>
              ))}
            </ol>
          </section>
          <KeptMap reader={reader} items={items} />
        </div>
      )}
      {items.length > 0 && (
        <section class="stack" aria-labelledby="week">
          <h2 id="week">{t('keep.week')}</h2>
          {week.length > 0 ? <Week reader={reader} items={week} /> : <p>{t('keep.no-dates')}</p>}
        </section>
      )}
    </>
  );
}

function KeptMap({ reader, items }: { reader: Reader; items: Shortlist['items'] }) {
  const { urls, locale } = reader;
  const points = items.flatMap((item, index) =>
    item.point
      ? [
          {
            n: index + 1,
            ...item.point,
            kind: item.kind,
            name: inLocale(locale, item.name, item.name_cy).text,
            href: urls.asset(item.slug),
            id: item.id,
          },
        ]
      : [],
  );
  if (points.length === 0) return null;
  return <MapPlace reader={reader} mode="list" query="" bounds={null} points={points} areas={[]} />;
}

import type { Asset } from '../../../api/contract/asset.ts';
import type { Occurrence } from '../../../api/contract/session.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

/** schema.org for an asset: what it is, and an Event for each coming date. Only what the page itself shows. */
export function assetJsonLd(reader: Reader, asset: Asset): object[] {
  const { locale, urls } = reader;
  const about = {
    '@context': 'https://schema.org',
    '@type': asset.kind === 'place' ? 'Place' : asset.kind === 'story' || asset.kind === 'people' ? 'CreativeWork' : 'Organization',
    '@id': urls.asset(asset.slug),
    name: inLocale(locale, asset.name, asset.name_cy).text,
    alternateName: asset.name_cy ?? undefined,
    description: inLocale(locale, asset.summary, asset.summary_cy).text,
    ...(asset.kind === 'place' ? place(asset) : { location: place(asset) }),
  };
  return [about, ...asset.dates.map((date) => event(reader, asset, date))];
}

function place({ place: venue, point }: Asset): object | undefined {
  if (!venue && !point) return undefined;
  return {
    '@type': 'Place',
    ...(venue ? { name: venue.name, address: { '@type': 'PostalAddress', streetAddress: venue.address, postalCode: venue.postcode } } : {}),
    ...(point ? { geo: { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lng } } : {}),
  };
}

const eventStatus = { on: 'EventScheduled', cancelled: 'EventCancelled', moved: 'EventRescheduled' } as const;

function event({ locale, urls }: Reader, asset: Asset, date: Occurrence): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: date.title ? inLocale(locale, date.title, date.title_cy).text : inLocale(locale, asset.name, asset.name_cy).text,
    startDate: date.starts_at,
    endDate: date.ends_at,
    eventStatus: `https://schema.org/${eventStatus[date.status]}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: date.venue && date.venue.slug !== asset.place?.slug ? { '@type': 'Place', name: date.venue.name } : place(asset),
    organizer: { '@id': urls.asset(asset.slug) },
    isAccessibleForFree: asset.cost.type === 'unknown' ? undefined : asset.cost.type !== 'price',
  };
}

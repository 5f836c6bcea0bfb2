import { capitalise } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { PageSetting } from '../../server/page.ts';
import type { FindProps } from './load-find.ts';
import { looksLikePostcode } from './read-address.ts';

/** What was asked and could not be done as asked, said kindly, with what is shown instead. */
export function Amends({ reader, district, query, place, outside, lostPlace, leftOut, pastEnd }: FindProps & PageSetting) {
  const { t, urls } = reader;
  return (
    <>
      {leftOut.map((value) => (
        <p class="said warn">{t('find.left-out', { value })}</p>
      ))}
      {lostPlace && <p class="said warn">{sayLost(reader, lostPlace)}</p>}
      <Outside {...{ reader, district, place, outside }} />
      {pastEnd && (
        <p class="said warn">
          {t('find.past-end')}{' '}
          <a class="target" href={urls.find({ ...query, page: 1 })}>
            {t('find.to-first')}
          </a>
        </p>
      )}
    </>
  );
}

/** Beyond every patch: said, with the way to the closest one. */
export function Outside({
  reader,
  district,
  place,
  outside,
}: Pick<FindProps, 'place' | 'outside'> & Pick<PageSetting, 'reader' | 'district'>) {
  const { t, urls, locale } = reader;
  if (!place || !outside) return null;
  return (
    <p class="said warn">
      {capitalise(t('find.outside', { place, district: inLocale(locale, district.place, district.place_cy).text }))}{' '}
      <a class="target" href={urls.area(outside.slug)}>
        {t('find.outside-area', { area: inLocale(locale, outside.name, outside.name_cy).text })}
      </a>
    </p>
  );
}

/** The same wherever it was typed: what is shown then is what there is anywhere around here. */
export const sayLost = ({ t }: Reader, place: string): string =>
  t(looksLikePostcode(place) ? 'find.lost-postcode' : 'find.lost-place', { place });

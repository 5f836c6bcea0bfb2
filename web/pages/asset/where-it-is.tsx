import type { Asset } from '../../../api/contract/asset.ts';
import { MapPlace } from '../../components/map-place/map-place.tsx';
import { Words } from '../../components/words/words.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import { openStreetMapUrl } from '../../urls.ts';

/** The place in words first; a pin where there is one that may be shown. */
export function WhereItIs({ reader, asset }: { reader: Reader; asset: Asset }) {
  const { t, urls, locale } = reader;
  const { place, point, area } = asset;
  const name = inLocale(locale, asset.name, asset.name_cy).text;
  return (
    <section class="stack tight" aria-labelledby="where">
      <h2 id="where" class={place ? undefined : 'unseen'}>
        {place ? <Words reader={reader} en={place.name} cy={place.name_cy} /> : t('asset.where')}
      </h2>
      {place ? (
        <p class="soft">
          {[place.address, place.postcode].filter(Boolean).join(', ')}
          {place.directions && (
            <>
              <br />
              <Words reader={reader} en={place.directions} />
            </>
          )}
        </p>
      ) : (
        <p class="soft">{t(asset.kind === 'people' ? 'asset.gift-place' : 'asset.no-place')}</p>
      )}
      {point && (
        <>
          <MapPlace
            reader={reader}
            mode="asset"
            query=""
            bounds={null}
            areas={area ? [area.slug] : []}
            points={[{ n: 1, ...point, kind: asset.kind, name, href: urls.asset(asset.slug) }]}
          />
          <p class="on-screen">
            <a class="target" href={openStreetMapUrl(point)} rel="noreferrer">
              {t('asset.open-map')}
            </a>
          </p>
        </>
      )}
      {area && (
        <p>
          {t('asset.area')}{' '}
          <a class="target" href={urls.area(area.slug)}>
            <Words reader={reader} en={area.name} cy={area.name_cy} />
          </a>
        </p>
      )}
    </section>
  );
}

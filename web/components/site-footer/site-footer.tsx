import type { District } from '../../../api/contract/district.ts';
import { sayFullDate } from '../../i18n/format.ts';
import { localeNames, otherLocale } from '../../i18n/locale.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { urlsFor } from '../../urls.ts';
import { Words } from '../words/words.tsx';

interface SiteFooterProps {
  reader: Reader;
  district: District | null;
  /** Path and query string without the language's prefix. */
  address: string;
  /** The site's own name and port, for paper. */
  /** `PUBLIC_URL`: what the browser says of where it is may be anything. */
  origin: string;
}

export function SiteFooter({ reader, district, address, origin }: SiteFooterProps) {
  const { t, urls, locale, now } = reader;
  const other = otherLocale(locale);
  return (
    <footer class="foot">
      <div class="wrap stack">
        <p class="promise">{t('foot.promise')}</p>
        <ul>
          <li>
            <a href={urls.helpNow()}>{t('nav.help-now')}</a>
          </li>
          <li>
            <a href={urls.add()}>{t('nav.add')}</a>
          </li>
          <li>
            <a href={urls.about()}>{t('nav.about')}</a>
          </li>
          <li>
            <a href={urls.privacy()}>{t('nav.privacy')}</a>
          </li>
          <li>
            <a href={urls.accessibility()}>{t('nav.accessibility')}</a>
          </li>
          <li>
            <a href={urlsFor(other).at(address)} lang={other} hreflang={other}>
              {localeNames[other]}
            </a>
          </li>
        </ul>
        {district && district.credits.length > 0 && (
          <p class="credits">
            {t('foot.credits')}{' '}
            {district.credits.map((credit, index) => (
              <>
                {index > 0 && ' · '}
                <Words reader={reader} en={credit} />
              </>
            ))}
          </p>
        )}
        <p class="printed">
          {t('foot.printed', { address: new URL(origin).host + urls.at(address), date: sayFullDate(t, londonDay(now)) })}
        </p>
      </div>
    </footer>
  );
}

import { localeNames, otherLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import { urlsFor } from '../../urls.ts';

export function DeskFooter({ reader: { t, urls, locale }, address }: { reader: Reader; address: string }) {
  const other = otherLocale(locale);
  return (
    <footer class="foot">
      <div class="wrap">
        <ul>
          <li>
            <a href={urls.home()}>{t('desk.public')}</a>
          </li>
          <li>
            <a href={urls.privacy()}>{t('nav.privacy')}</a>
          </li>
          <li>
            <a href={urlsFor(other).at(address)} lang={other} hreflang={other}>
              {localeNames[other]}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

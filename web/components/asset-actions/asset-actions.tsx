import type { Asset } from '../../../api/contract/asset.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import { Island } from '../island/island.tsx';
import { KeepButton } from '../keep-button/keep-button.tsx';
import { QrCode } from '../qr-code/qr-code.tsx';

/** What the island `share-page` is given. */
export interface SharePageProps {
  title: string;
  text: string;
  url: string;
  /** What the button says once it has copied. */
  copied: string;
}

interface AssetActionsProps {
  reader: Reader;
  asset: Asset;
  /** What the address says is kept already, for readers without script. */
  kept: string[];
  /** Where the site is. */
  origin: string;
}

/** What one can do with the page itself: keep it, pass it on, or print it. Folds out without script; with it, the phone's own way of sharing comes first. */
export function AssetActions({ reader, asset, kept, origin }: AssetActionsProps) {
  const { t, locale, urls } = reader;
  const url = `${origin}${urls.asset(asset.slug)}`;
  const title = inLocale(locale, asset.name, asset.name_cy).text;
  const text = inLocale(locale, asset.summary, asset.summary_cy).text;
  const props: SharePageProps = { title, text, url, copied: t('share.copied') };
  return (
    <Island name="share-page" props={props}>
      <div class="actions">
        <KeepButton reader={reader} asset={asset} kept={kept} />
        <button class="button quiet needs-script" type="button" data-print>
          {t('share.print')}
        </button>
        <details class="share">
          <summary class="button quiet">{t('share.share')}</summary>
          <div class="share-box">
            <QrCode address={url} />
            <div class="stack tight">
              <label for="share-address">{t('share.address')}</label>
              <input id="share-address" value={url} readOnly />
              <p class="row">
                <button class="button quiet needs-script" type="button" data-copy>
                  {t('share.copy')}
                </button>
                <a class="target" href={mailTo(title, `${text}\n\n${url}`)}>
                  {t('share.mail')}
                </a>
              </p>
            </div>
          </div>
        </details>
      </div>
    </Island>
  );
}

/** To nobody yet: whoever shares fills that in. */
const mailTo = (subject: string, body: string) => `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

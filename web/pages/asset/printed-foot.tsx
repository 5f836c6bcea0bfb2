import type { Asset } from '../../../api/contract/asset.ts';
import { QrCode } from '../../components/qr-code/qr-code.tsx';
import type { Reader } from '../../reader.ts';

/** On paper: the way back to the page, where what is new since then will stand. */
export function PrintedFoot({ reader, asset, origin }: { reader: Reader; asset: Asset; origin: string }) {
  const { t, urls } = reader;
  const url = `${origin}${urls.asset(asset.slug)}`;
  return (
    <div class="printed printed-foot">
      <QrCode address={url} />
      <p>
        {t('share.printed')}
        <br />
        <strong>{url}</strong>
      </p>
    </div>
  );
}

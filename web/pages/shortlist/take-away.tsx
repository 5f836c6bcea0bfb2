import { fitsQrCode, QrCode } from '../../components/qr-code/qr-code.tsx';
import type { Reader } from '../../reader.ts';

interface TakeAwayProps {
  reader: Reader;
  slugs: string[];
  /** Of this list, whole, as others reach it. */
  address: string;
}

/** On paper, in a calendar, on another phone. */
export function TakeAway({ reader: { t, urls }, slugs, address }: TakeAwayProps) {
  return (
    <section class="card stack tight on-screen" aria-labelledby="take-away">
      <h2 id="take-away">{t('take.title')}</h2>
      <ul class="stack tight">
        <li>
          <a class="target" href={urls.printWeek({ ids: slugs })}>
            {t('take.print')}
          </a>
        </li>
        <li>
          <a class="target" href={urls.printWeek({ ids: slugs, fold: 'a5' })}>
            {t('take.fold')}
          </a>
        </li>
        <li>
          <a class="target" href={urls.shortlistCalendar(slugs)}>
            {t('take.calendar')}
          </a>
        </li>
      </ul>
      {fitsQrCode(address) ? (
        <div class="row by-camera">
          <QrCode address={address} />
          <p>
            {t('take.camera')}{' '}
            <a class="target address" href={address}>
              {address.replace(/^https?:\/\//, '')}
            </a>
          </p>
        </div>
      ) : (
        <p>
          {t('take.too-long')}{' '}
          <a class="target" href="#make-code">
            {t('code.make')}
          </a>
        </p>
      )}
    </section>
  );
}

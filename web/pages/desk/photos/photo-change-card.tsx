import type { PhotoChange } from '../../../../api/contract/desk-photo.ts';
import { PartDiff } from '../../../components/part-diff/part-diff.tsx';
import { Words } from '../../../components/words/words.tsx';
import { sayDate, sayTime } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

/** What somebody did with a photo, in the asset's history. */
export function PhotoChangeCard({ reader, change }: { reader: Reader; change: PhotoChange }) {
  const { t, now } = reader;
  const { at, by, what, words, before } = change;
  const lines = ({ alt, alt_cy }: PhotoChange['words']) => [alt, ...(alt_cy ? [alt_cy] : [])];
  return (
    <article class="card stack tight">
      <h2 class="lead">
        {by ?? t('edit.somebody')} · {sayDate(t, londonDay(at), now)}, {sayTime(t, at)}
      </h2>
      <p>{t(`photos.told.${what}`)}</p>
      {before ? (
        <PartDiff
          label={t('photos.words-of')}
          before={{ label: t('history.before'), lines: lines(before) }}
          after={{ label: t('history.after'), lines: lines(words) }}
          nothing={t('edit.nothing-said')}
        />
      ) : (
        <p class="soft">
          “<Words reader={reader} en={words.alt} cy={words.alt_cy} />”
        </p>
      )}
    </article>
  );
}

import type { Asset } from '../../../api/contract/asset.ts';
import type { District } from '../../../api/contract/district.ts';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import { Words } from '../../components/words/words.tsx';
import { capitalise, endSentence, sayCheck } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';

interface CheckedProps {
  reader: Reader;
  asset: Asset;
  district: District;
  stillRight: FormState;
}

/** When it was last checked and by whom, and the three things that anyone may tell us. */
export function Checked({ reader, asset, district, stillRight }: CheckedProps) {
  const { t, now, urls } = reader;
  const credited = sourceToCredit(asset, district);
  return (
    <section class="said stack tight" aria-labelledby="still">
      <h2 id="still" class="lead on-screen">
        {t('still.ask')}
      </h2>
      <p class={`check ${asset.checked?.freshness ?? 'stale'}`}>
        <strong>{capitalise(sayCheck(t, asset.checked, now))}</strong>
      </p>
      <div class="row on-screen">
        <OpenForm reader={reader} form={stillRight} action={urls.stillRight(asset.slug)}>
          <button class="button" type="submit">
            {t('still.yes')}
          </button>
        </OpenForm>
        <a class="button quiet" href={urls.suggest(asset.slug)}>
          {t('suggest.change')}
        </a>
        <a class="target" href={urls.closed(asset.slug)}>
          {t('suggest.closed')}
        </a>
      </div>
      {credited && (
        <p class="small soft">
          {t('asset.source', { name: credited.name })}
          {credited.credit && (
            <>
              {' '}
              <Words reader={reader} en={endSentence(credited.credit)} />
            </>
          )}
        </p>
      )}
    </section>
  );
}

/** A sample is said to be one on every page, and the footer thanks for the rest: only what neither says is said again. */
function sourceToCredit({ source }: Asset, district: District): Asset['source'] {
  if (!source) return null;
  const said = source.credit !== null && district.credits.includes(source.credit);
  if (said && district.notice) return null;
  return { name: source.name, credit: said ? null : source.credit };
}

import { codeDays } from '../../../api/contract/shortlist.ts';
import type { Reader } from '../../reader.ts';

const usualDays = 7;

/** A code for this list, for as long as its holder says. */
export function MakeCode({ reader: { t, urls }, slugs }: { reader: Reader; slugs: string[] }) {
  return (
    <form class="card stack tight" action={urls.shortlist()} method="post" aria-labelledby="make-code">
      <h2 id="make-code">{t('code.make-title')}</h2>
      <p>{t('code.make-lead')}</p>
      <input type="hidden" name="ids" value={slugs.join(',')} />
      <fieldset>
        <legend>{t('code.how-long')}</legend>
        <p class="row">
          {codeDays.map((days) => (
            <label class="chip">
              <input type="radio" name="days" value={days} checked={days === usualDays} />
              {t(`code.days-${days}`)}
            </label>
          ))}
        </p>
      </fieldset>
      <p>
        <button type="submit" class="button">
          {t('code.make')}
        </button>
      </p>
    </form>
  );
}

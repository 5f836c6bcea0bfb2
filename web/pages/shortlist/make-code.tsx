import { codeDays } from '../../../api/contract/shortlist.ts';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import type { Reader } from '../../reader.ts';

const usualDays = 7;

/** A code for this list, for as long as its holder says. */
export function MakeCode({ reader, slugs, form }: { reader: Reader; slugs: string[]; form: FormState }) {
  const { t, urls } = reader;
  return (
    <section class="card stack tight" aria-labelledby="make-code">
      <h2 id="make-code">{t('code.make-title')}</h2>
      <p>{t('code.make-lead')}</p>
      <OpenForm reader={reader} form={form} action={urls.shortlist(slugs)}>
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
      </OpenForm>
    </section>
  );
}

import type { HalfLifePreview } from '../../../../api/contract/settings.ts';
import { freshnesses } from '../../../../api/contract/vocabulary.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { Reader } from '../../../reader.ts';
import { settingFields } from './setting-fields.ts';

interface HalfLifeProps {
  reader: Reader;
  form: FormState;
  action: string;
  preview: HalfLifePreview;
}

/** What another half-life would make of a kind today, said before it is saved. */
export function HalfLife({ reader, form, action, preview: { now, after } }: HalfLifeProps) {
  const { t } = reader;
  const hidden = after.lapsed - now.lapsed;
  const isSame = freshnesses.every((each) => now[each] === after[each]);
  return (
    <section class="card stack" aria-labelledby="sure">
      <h2 id="sure">{t('settings.half-life-sure')}</h2>
      <p>{t('settings.half-life-says', { days: form.typed.half_life_days ?? '' })}</p>
      <table class="counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('settings.half-life-now')}</th>
            <th scope="col">{t('settings.half-life-then')}</th>
          </tr>
        </thead>
        <tbody>
          {freshnesses.map((each) => (
            <tr>
              <th scope="row">{t(`settings.${each}`)}</th>
              <td>{now[each]}</td>
              <td>{after[each]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p>
          <strong>{t('settings.half-life-lapsed', { count: hidden })}</strong>
        </p>
      )}
      {isSame && <p>{t('settings.half-life-same')}</p>}
      <DeskForm reader={reader} form={form} action={action} name="save" class="row">
        {settingFields.kind.map(({ name }) => (
          <input type="hidden" name={name} value={form.typed[name] ?? ''} />
        ))}
        <button class="button" type="submit">
          {t('settings.yes')}
        </button>
        <a class="target" href={action}>
          {t('settings.no')}
        </a>
      </DeskForm>
    </section>
  );
}

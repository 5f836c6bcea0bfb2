import type { BulkOptions } from '../../../../api/contract/bulk-filter.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { offeredActions } from './change-from.ts';

interface ChangeFormProps {
  reader: Reader;
  form: FormState;
  options: BulkOptions;
  count: number;
  action: string;
}

/** What should happen to all that was chosen; the number in the button is what was seen. */
export function ChangeForm({ reader, form, options, count, action }: ChangeFormProps) {
  const { t, locale } = reader;
  return (
    <DeskForm reader={reader} form={form} action={action} class="stack narrow">
      <input type="hidden" name="seen" value={count} />
      <fieldset class="stack tight">
        <legend id="action">{t('bulk.what')}</legend>
        <div class="tick-list wide">
          {offeredActions.map((one) => (
            <label>
              <input type="radio" name="action" value={one} checked={form.typed.action === one} />
              {t(`bulk.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="columns-of-file only-with-topic">
        <ChoiceField
          {...{ reader, form }}
          name="change-topic"
          label={t('bulk.which-topic')}
          choices={[
            { value: '', label: t('runs.no-column') },
            ...options.topics.map(({ slug, label, label_cy }) => ({ value: slug, label: inLocale(locale, label, label_cy).text })),
          ]}
        />
      </div>
      <div class="columns-of-file only-with-pause">
        <LineField reader={reader} form={form} name="until" label={t('bulk.until')} type="date" />
      </div>
      <p class="row">
        <button class="button" type="submit">
          {t('bulk.do', { count })}
        </button>
        <span class="soft">{t('bulk.undo-hint')}</span>
      </p>
    </DeskForm>
  );
}

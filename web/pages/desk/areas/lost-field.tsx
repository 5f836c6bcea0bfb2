import type { DrawnArea } from '../../../../api/contract/recut.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** Who has ground that an area gives up. Leaving it to nobody is said in so many words. */
export function LostField({
  reader,
  form,
  others,
  label,
}: {
  reader: Reader;
  form: FormState;
  others: DrawnArea['others'];
  label: string;
}) {
  const { t, locale } = reader;
  return (
    <ChoiceField
      reader={reader}
      form={form}
      name="lost"
      label={label}
      value="beside"
      choices={[
        { value: 'beside', label: t('boundary.beside') },
        ...others.map(({ id, name, name_cy }) => ({ value: id, label: inLocale(locale, name, name_cy).text })),
        { value: 'nobody', label: t('boundary.leave-open') },
      ]}
    />
  );
}

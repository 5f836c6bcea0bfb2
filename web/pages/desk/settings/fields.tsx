import type { NamedArea } from '../../../../api/contract/people.ts';
import type { SettingItem, SettingName } from '../../../../api/contract/settings.ts';
import { settingStates } from '../../../../api/contract/settings.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { Words } from '../../../components/words/words.tsx';
import { localeNames } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { type SettingField, settingFields, tickName } from './setting-fields.ts';

export interface FieldChoices {
  topics: SettingItem[];
  areas: NamedArea[];
}

interface FieldsProps extends FieldChoices {
  reader: Reader;
  form: FormState;
  setting: SettingName;
}

/** The boxes of one sort of setting. */
export function SettingFields({ setting, ...props }: FieldsProps) {
  return settingFields[setting].map((field) => <Field {...props} field={field} />);
}

function Field({ reader, form, field, topics, areas }: Omit<FieldsProps, 'setting'> & { field: SettingField }) {
  const { t } = reader;
  const { name, as } = field;
  const shared = { reader, form, name, label: t(field.label), hint: field.hint && t(field.hint) };
  if (as === 'line' || as === 'date')
    return <LineField {...shared} type={as === 'date' ? 'date' : 'text'} maxLength={as === 'date' ? undefined : 300} />;
  if (as === 'text' || as === 'lines') return <TextField {...shared} rows={as === 'text' ? 3 : 6} maxLength={4_000} />;
  if (as === 'status')
    return (
      <ChoiceField
        {...shared}
        choices={(['published', 'hidden'] as const).map((value) => ({ value, label: t(`settings.status-${value}`) }))}
      />
    );
  if (as === 'language')
    return <ChoiceField {...shared} choices={(['en', 'cy'] as const).map((value) => ({ value, label: localeNames[value] }))} />;
  if (as === 'unseen') return form.typed[name] ? <input type="hidden" name={name} value={form.typed[name]} /> : null;
  if (as === 'tick')
    return (
      <p class="ticks">
        <label>
          <input type="checkbox" id={name} name={name} checked={form.typed[name] !== undefined} />
          {shared.label}
        </label>
      </p>
    );
  const boxes =
    as === 'topics' ? topics.map(topicBox) : areas.map(({ id, ...names }) => ({ value: id, en: names.name, cy: names.name_cy }));
  return (
    <fieldset id={name} class="ticks">
      <legend>
        <strong>{shared.label}</strong>
      </legend>
      {shared.hint && <p class="soft small">{shared.hint}</p>}
      {boxes.map(({ value, en, cy }) => (
        <label>
          <input type="checkbox" name={tickName(name, value)} checked={form.typed[tickName(name, value)] !== undefined} />
          <Words reader={reader} en={en} cy={cy} />
        </label>
      ))}
    </fieldset>
  );
}

function topicBox({ subject, state }: SettingItem) {
  const { label, label_cy } = settingStates.topic.parse(state);
  return { value: subject, en: label, cy: label_cy };
}

import type { Reader } from '../../reader.ts';
import { Field } from '../field/field.tsx';
import type { FormState } from '../open-form/open-form.tsx';

interface LineFieldProps {
  reader: Reader;
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'date';
  /** Where nothing was typed yet. */
  value?: string;
  maxLength?: number;
  autocomplete?: string;
}

/** A box for one line, or a date, with what is wrong with it. */
export function LineField({ form, name, type = 'text', value = '', maxLength, autocomplete = 'off', ...shown }: LineFieldProps) {
  return (
    <Field {...shown} name={name} error={form.errors.find(({ field }) => field === name)}>
      {(marks) => {
        const shared = { ...marks, maxLength, autocomplete, value: form.typed[name] ?? value };
        if (type === 'date') return <input {...shared} type="date" />;
        return type === 'email' ? <input {...shared} type="email" /> : <input {...shared} type="text" />;
      }}
    </Field>
  );
}

import type { Reader } from '../../reader.ts';
import { Field } from '../field/field.tsx';
import type { FormState } from '../open-form/open-form.tsx';

interface ChoiceFieldProps {
  reader: Reader;
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  choices: { value: string; label: string }[];
  /** Where nothing was chosen yet. */
  value?: string;
}

/** One of a few, with what is wrong with the choice. */
export function ChoiceField({ form, name, choices, value = '', ...shown }: ChoiceFieldProps) {
  const chosen = form.typed[name] ?? value;
  return (
    <Field {...shown} name={name} error={form.errors.find(({ field }) => field === name)}>
      {(marks) => (
        <select {...marks}>
          {choices.map((choice) => (
            <option value={choice.value} selected={choice.value === chosen}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import type { Reader } from '../../reader.ts';
import { Field } from '../field/field.tsx';
import type { FormState } from '../open-form/open-form.tsx';

interface TextFieldProps {
  reader: Reader;
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  /** How many lines of a box for some sentences are seen. */
  rows?: number;
  /** One line, with a keyboard for it, that a browser may fill in. */
  email?: boolean;
  /** One line. */
  short?: boolean;
  maxLength: number;
}

/** A box to type in, with its name, a word of help, and what is wrong with what was typed. */
export function TextField({ form, name, rows = 5, email = false, short = false, maxLength, ...shown }: TextFieldProps) {
  const value = form.typed[name] ?? '';
  return (
    <Field {...shown} name={name} error={form.errors.find(({ field }) => field === name)}>
      {(marks) =>
        email ? (
          <input {...marks} maxLength={maxLength} value={value} type="email" autocomplete="email" spellcheck={false} />
        ) : short ? (
          <input {...marks} maxLength={maxLength} value={value} />
        ) : (
          <textarea {...marks} maxLength={maxLength} rows={rows}>
            {value}
          </textarea>
        )
      }
    </Field>
  );
}

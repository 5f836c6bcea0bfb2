import type { Reader } from '../../reader.ts';
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
export function TextField({ reader: { t }, form, name, label, hint, rows = 5, email = false, short = false, maxLength }: TextFieldProps) {
  const error = form.errors.find(({ field }) => field === name);
  const value = form.typed[name] ?? '';
  const shared = {
    id: name,
    name,
    maxLength,
    'aria-describedby': [hint && `${name}-hint`, error && `${name}-wrong`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} class="soft small">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-wrong`} class="wrong">
          {t(error.text, error.values)}
        </p>
      )}
      {email ? (
        <input {...shared} value={value} type="email" autocomplete="email" spellcheck={false} />
      ) : short ? (
        <input {...shared} value={value} />
      ) : (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      )}
    </div>
  );
}

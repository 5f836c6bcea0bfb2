import type { Reader } from '../../reader.ts';
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
export function LineField({
  reader: { t },
  form,
  name,
  label,
  hint,
  type = 'text',
  value = '',
  maxLength,
  autocomplete = 'off',
}: LineFieldProps) {
  const error = form.errors.find(({ field }) => field === name);
  const shared = {
    ...{ id: name, name, maxLength, autocomplete, value: form.typed[name] ?? value },
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
      {type === 'date' && <input {...shared} type="date" />}
      {type === 'email' && <input {...shared} type="email" />}
      {type === 'text' && <input {...shared} type="text" />}
    </div>
  );
}

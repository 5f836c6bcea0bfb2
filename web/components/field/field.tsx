import type { ComponentChild } from 'preact';
import type { Reader } from '../../reader.ts';
import type { FormError } from '../form-errors/form-errors.tsx';

/** What a box needs to be known by its label, its help and what is wrong with it. */
interface BoxMarks {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  reader: Reader;
  name: string;
  label: string;
  hint?: string | undefined;
  error: FormError | undefined;
  children: (marks: BoxMarks) => ComponentChild;
}

/** A label, a word of help and what is wrong, around a box of any sort. */
export function Field({ reader: { t }, name, label, hint, error, children }: FieldProps) {
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
      {children({
        ...{ id: name, name },
        'aria-describedby': [hint && `${name}-hint`, error && `${name}-wrong`].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

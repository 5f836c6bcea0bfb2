import type { Reader } from '../../reader.ts';
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
export function ChoiceField({ reader: { t }, form, name, label, hint, choices, value = '' }: ChoiceFieldProps) {
  const error = form.errors.find(({ field }) => field === name);
  const chosen = form.typed[name] ?? value;
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
      <select
        id={name}
        name={name}
        aria-describedby={[hint && `${name}-hint`, error && `${name}-wrong`].filter(Boolean).join(' ') || undefined}
        aria-invalid={error ? true : undefined}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

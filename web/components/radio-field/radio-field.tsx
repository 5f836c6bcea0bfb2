import type { ComponentChild } from 'preact';
import type { Reader } from '../../reader.ts';
import type { FormState } from '../open-form/open-form.tsx';

interface RadioFieldProps {
  reader: Reader;
  form: FormState;
  name: string;
  legend: string;
  choices: { value: string; label: ComponentChild }[];
  /** Chosen unless something else was. */
  usual?: string;
}

/** One of a few, with what is wrong with the choice. */
export function RadioField({ reader: { t }, form, name, legend, choices, usual }: RadioFieldProps) {
  const error = form.errors.find(({ field }) => field === name);
  const chosen = form.typed[name] ?? usual;
  return (
    <fieldset class={error ? 'choices has-error' : 'choices'} aria-describedby={error && `${name}-wrong`}>
      <legend>{legend}</legend>
      {error && (
        <p id={`${name}-wrong`} class="wrong">
          {t(error.text)}
        </p>
      )}
      {choices.map(({ value, label }, at) => (
        <label>
          <input id={at === 0 ? name : undefined} type="radio" name={name} value={value} checked={chosen === value} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

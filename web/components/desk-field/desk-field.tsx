import type { ComponentChildren } from 'preact';
import type { Reader } from '../../reader.ts';
import { Field } from '../field/field.tsx';
import type { FormError } from '../form-errors/form-errors.tsx';

/** What the boxes of a form of the desk share. */
export interface DeskBoxes {
  reader: Reader;
  values: Record<string, string>;
  errors: FormError[];
}

interface DeskFieldProps {
  boxes: DeskBoxes;
  name: string;
  label: string;
  hint?: string;
  /** A box for some sentences, of so many lines. */
  rows?: number;
  isDate?: boolean;
  maxLength?: number;
  /** Of what is written in it, where it is not the page's. */
  lang?: 'en' | 'cy';
  inputMode?: 'decimal' | 'tel' | 'email' | 'url';
}

/** A box of the desk: as `TextField`, in one line too, and in another language. */
export function DeskField({ boxes, name, label, hint, rows, isDate = false, maxLength, lang, inputMode }: DeskFieldProps) {
  const { reader, values, errors } = boxes;
  const value = values[name] ?? '';
  const own = { maxLength, lang: lang && lang !== reader.locale ? lang : undefined };
  return (
    <Field reader={reader} name={name} label={label} hint={hint} error={errors.find(({ field }) => field === name)}>
      {(marks) => {
        if (rows)
          return (
            <textarea {...marks} {...own} rows={rows}>
              {value}
            </textarea>
          );
        if (isDate) return <input {...marks} {...own} type="date" value={value} />;
        return <input {...marks} {...own} type="text" inputMode={inputMode} value={value} autocomplete="off" />;
      }}
    </Field>
  );
}

/** A box to tick; its name alone is sent. */
export function DeskTick({ boxes, name, children }: { boxes: DeskBoxes; name: string; children: ComponentChildren }) {
  return (
    <label class="tick">
      <input type="checkbox" id={name} name={name} value="yes" checked={boxes.values[name] !== undefined} />
      <span>{children}</span>
    </label>
  );
}

interface DeskChoiceProps {
  boxes: DeskBoxes;
  name: string;
  label: string;
  hint?: string;
  choices: { value: string; label: string }[];
}

/** One of a few. */
export function DeskChoice({ boxes: { reader, values }, name, label, hint, choices }: DeskChoiceProps) {
  return (
    <Field reader={reader} name={name} label={label} hint={hint} error={undefined}>
      {(marks) => (
        <select {...marks}>
          {choices.map(({ value, label }) => (
            <option value={value} selected={(values[name] ?? '') === value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface DeskTicksProps {
  boxes: DeskBoxes;
  /** By which what is wrong is told. */
  name: string;
  legend: string;
  choices: { name: string; label: string }[];
}

/** Several of many. */
export function DeskTicks({ boxes, name, legend, choices }: DeskTicksProps) {
  const error = boxes.errors.find(({ field }) => field === name);
  return (
    <fieldset class={error ? 'ticks has-error' : 'ticks'} id={name} aria-describedby={error && `${name}-wrong`}>
      <legend>{legend}</legend>
      {error && (
        <p id={`${name}-wrong`} class="wrong">
          {boxes.reader.t(error.text)}
        </p>
      )}
      {choices.map((choice) => (
        <DeskTick boxes={boxes} name={choice.name}>
          {choice.label}
        </DeskTick>
      ))}
    </fieldset>
  );
}

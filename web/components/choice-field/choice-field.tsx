interface ChoiceFieldProps {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** What is chosen. */
  value: string | undefined;
  wrong?: string;
}

/** One of several, folded away until it is pressed. */
export function ChoiceField({ name, label, options, value = '', wrong }: ChoiceFieldProps) {
  return (
    <div class={wrong ? 'field has-error' : 'field'}>
      <label for={name}>{label}</label>
      {wrong && (
        <p id={`${name}-wrong`} class="wrong">
          {wrong}
        </p>
      )}
      <select id={name} name={name} aria-describedby={wrong ? `${name}-wrong` : undefined} aria-invalid={wrong ? true : undefined}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

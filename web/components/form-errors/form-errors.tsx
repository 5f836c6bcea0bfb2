import type { MessageKey, Values } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';

/** What is wrong with a form that was sent, and the fix. */
export interface FormError {
  /** The box it is about; null: the form as a whole. */
  field: string | null;
  text: MessageKey;
  /** For the `{…}` in the text. */
  values?: Values;
}

/** What to put right, above the form, each line leading to its box; said by screen readers at once. */
export function FormErrors({ reader: { t }, errors }: { reader: Reader; errors: FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="errors stack tight" role="alert" tabIndex={-1} autofocus>
      <h2>{t('form.errors')}</h2>
      <ul>
        {errors.map(({ field, text, values }) => (
          <li>
            {field === null ? (
              t(text, values)
            ) : (
              <a class="target" href={`#${field}`}>
                {t(text, values)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import type { Reader } from '../../reader.ts';
import { type FormError, FormErrors } from '../form-errors/form-errors.tsx';

/** A form as it stands on a page: what was typed in it, and what is wrong with that. */
export interface FormState {
  /** Carried along unseen: without it the form is not taken. */
  token: string;
  typed: Record<string, string>;
  errors: FormError[];
}

interface OpenFormProps {
  reader: Reader;
  form: FormState;
  action: string;
  children: ComponentChildren;
}

/** A form that anyone may send, without an account or a puzzle: programs give themselves away by filling the box that nobody sees. */
export function OpenForm({ reader, form, action, children }: OpenFormProps) {
  return (
    <form method="post" action={action} class="stack" novalidate>
      <FormErrors reader={reader} errors={form.errors} />
      <input type="hidden" name="token" value={form.token} />
      <label class="trap">
        {reader.t('form.leave-empty')}
        <input name="more" value="" autocomplete="off" tabIndex={-1} />
      </label>
      {children}
    </form>
  );
}

import type { ComponentChildren } from 'preact';
import type { Reader } from '../../reader.ts';
import { FormErrors } from '../form-errors/form-errors.tsx';
import type { FormState } from '../open-form/open-form.tsx';

interface DeskFormProps {
  reader: Reader;
  form: FormState;
  action: string;
  /** Where a page has several forms: which one this is, sent as `form`. What is wrong is said at this one alone. */
  name?: string;
  /** With a box for files. */
  files?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A form of the desk: carries the session's token along. */
export function DeskForm({ reader, form, action, name, files = false, class: className = 'stack', children }: DeskFormProps) {
  const isThisOne = name === undefined || form.typed.form === name;
  return (
    <form method="post" action={action} class={className} encType={files ? 'multipart/form-data' : undefined} novalidate>
      {isThisOne && <FormErrors reader={reader} errors={form.errors} />}
      <input type="hidden" name="token" value={form.token} />
      {name !== undefined && <input type="hidden" name="form" value={name} />}
      {children}
    </form>
  );
}

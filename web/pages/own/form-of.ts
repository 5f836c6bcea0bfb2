import type { FormState } from '../../components/open-form/open-form.tsx';

/** What was typed, and what is wrong with it, belongs to the form that was sent. */
export const formOf = (form: FormState, answer: string): FormState =>
  (form.typed.answer ?? 'write') === answer ? form : { ...form, typed: {}, errors: [] };

import type { EditFault } from '../../../../api/contract/recut.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { DeskSent } from '../../../server/desk-page.ts';

/** What is wrong with an edit, at its box. */
export function toFormError({ field, fault, values }: EditFault): FormError {
  if (fault === 'missing') return { field, text: `boundary.missing-${field}` };
  if (fault === 'unreadable' && 'line' in values) return { field, text: 'boundary.fault-line', values };
  return { field, text: `boundary.fault-${fault}`, values };
}

/** The drawn or typed shape, or the file's instead of it where one was chosen. */
export const shapeIn = ({ typed, files }: DeskSent): string => (files[0] ? new TextDecoder().decode(files[0].bytes) : (typed.shape ?? ''));

/** A district's finest boundary is below a megabyte. */
export const shapeBytes = 4 * 1024 * 1024;

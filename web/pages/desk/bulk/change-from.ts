import { bulkActions } from '../../../../api/contract/import-run.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import { londonDay } from '../../../i18n/london-day.ts';
import type { DeskSent } from '../../../server/desk-page.ts';

/** In the order of the form. */
export const offeredActions = [
  'check',
  'publish',
  'add-topic',
  'remove-topic',
  'pause',
  'retire',
] as const satisfies typeof bulkActions extends readonly (infer Action)[] ? readonly Action[] : never;

/** What should happen, from the form as it was sent. */
export function changeFrom({ typed, reader }: Pick<DeskSent, 'typed' | 'reader'>): { change: unknown; errors: FormError[] } {
  const action = bulkActions.find((one) => one === typed.action);
  const topic = typed['change-topic'] ?? '';
  const until = typed.until ?? '';
  const errors: FormError[] = [];
  if (!action) errors.push({ field: 'action', text: 'bulk.wrong-action' });
  if ((action === 'add-topic' || action === 'remove-topic') && !topic) errors.push({ field: 'change-topic', text: 'bulk.wrong-topic' });
  const isToCome = /^\d{4}-\d{2}-\d{2}$/.test(until) && until > londonDay(reader.now);
  if (action === 'pause' && !isToCome) errors.push({ field: 'until', text: 'bulk.wrong-until' });
  return { change: { action, ...(topic ? { topic } : {}), ...(until ? { until } : {}) }, errors };
}

import { Proposal } from '../../../api/contract/proposal.ts';
import type { FormError } from '../../components/form-errors/form-errors.tsx';
import type { MessageKey } from '../../i18n/translate.ts';

/** What was typed, as a proposal; or what is wrong with which box, in the order of the boxes. */
export function readProposal(typed: Record<string, string>): { success: true; data: Proposal } | { success: false; errors: FormError[] } {
  const text = (name: string) => typed[name] ?? '';
  const read = Proposal.safeParse({
    ...Object.fromEntries(
      ['name', 'happens', 'when', 'place', 'area', 'join', 'contact_name', 'contact'].map((name) => [name, text(name)]),
    ),
    home: typed.home === 'yes',
    may_show: typed.may_show || null,
    ...Object.fromEntries(['anyone', 'neighbours', 'freely'].map((name) => [name, typed[name] || 'unsure'])),
    kind: typed.kind || null,
    topics: Object.keys(typed).flatMap((name) => (name.startsWith(topicField) ? [name.slice(topicField.length)] : [])),
    reply_email: text('reply_email').trim(),
  });
  if (read.success) return { success: true, data: read.data };
  const errors = read.error.issues.map(({ path, code }) => errorOf(String(path[0] ?? ''), code));
  return { success: false, errors: errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at) };
}

/** One box a topic. */
export const topicField = 'topic.';

function errorOf(field: string, code: string | undefined): FormError {
  const tooLong = code === 'too_big';
  const texts: Record<string, MessageKey> = {
    name: tooLong ? 'add.name-long' : 'add.name-missing',
    happens: tooLong ? 'add.happens-long' : 'add.happens-missing',
    may_show: 'add.may_show-missing',
    reply_email: 'suggest.email-wrong',
  };
  return { field, text: texts[field] ?? 'add.too-long' };
}

import { readableFields } from '../../../../api/contract/import-run.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { DeskSent } from '../../../server/desk-page.ts';

/** How a file is to be read, from the form as it was sent. An export of ours needs nothing said. */
export function readingFrom({ typed, all }: Pick<DeskSent, 'typed' | 'all'>): { reading: unknown; name: string; errors: FormError[] } {
  const isOurs = typed.ours === 'yes';
  const columns = Object.fromEntries(
    readableFields.flatMap((field) => {
      const column = typed[`column-${field}`];
      return column ? [[field, column]] : [];
    }),
  );
  const name = (typed.list ?? '').trim().slice(0, 120);
  const errors: FormError[] = [];
  if (!isOurs && !name) errors.push({ field: 'list', text: 'runs.wrong-list' });
  if (!isOurs && !columns.name) errors.push({ field: 'column-name', text: 'runs.wrong-name' });
  const reading = { kind: typed.kind ?? 'group', topics: all('topic'), columns, delimiter: typed.delimiter ?? ',', ours: isOurs };
  return { reading, name: name || 'export', errors };
}

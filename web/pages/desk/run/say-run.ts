import type { ImportRunView } from '../../../../api/contract/import-run.ts';
import { sayDay, sayTime } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

/** What a run is called: its list, or what was done to many. */
export function nameRun({ t }: Reader, { sourceName, fileName, change }: ImportRunView): string {
  if (change) return t(`bulk.did-${change.action}`);
  return sourceName ?? fileName ?? t('runs.title');
}

/** "today, 9am, by Siân Prosser". */
export function sayWhoAndWhen({ t, now }: Reader, { madeAt, madeBy }: ImportRunView): string {
  const when = `${sayDay(t, londonDay(madeAt), now)}, ${sayTime(t, madeAt)}`;
  return madeBy === null ? t('runs.by-gone', { when }) : t('runs.by', { when, name: madeBy });
}

export const addressOf = ({ urls }: Reader, { type, id }: Pick<ImportRunView, 'type' | 'id'>) =>
  urls.at(`/desk/${type === 'import' ? 'imports' : 'bulk'}/${id}`);

export const isAtWork = ({ state }: Pick<ImportRunView, 'state'>) => state === 'checking' || state === 'working' || state === 'undoing';

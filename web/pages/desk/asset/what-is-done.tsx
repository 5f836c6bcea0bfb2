import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { sayAgo, sayList, sayTime } from '../../../i18n/format.ts';
import { daysBetween, londonDay } from '../../../i18n/london-day.ts';
import type { MessageKey } from '../../../i18n/translate.ts';
import type { Reader } from '../../../reader.ts';
import type { EditProps } from './load-edit.ts';

const said: Record<string, MessageKey> = {
  begun: 'new.begun',
  published: 'edit.done-published',
  proposed: 'edit.done-proposed',
  later: 'edit.done-later',
  pause: 'edit.done-pause',
  retire: 'edit.done-retire',
  show: 'edit.done-show',
  undone: 'edit.done-undone',
  forgotten: 'edit.done-forgotten',
  'put-back': 'edit.done-put-back',
  merged: 'merge.done-merged',
  unmerged: 'merge.done-unmerged',
};

/** What was just done here, with the way to take it back; and what somebody opening it should know. */
export function WhatIsDone({ reader, asset, form, done, isDraft }: EditProps & { reader: Reader }) {
  const { t, urls, now } = reader;
  const text = done === null ? undefined : said[done];
  const days = (at: string) => sayAgo(t, daysBetween(londonDay(at), londonDay(now)));
  return (
    <>
      {(text || asset.undoable) && (
        <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="undo" class="said row">
          <span role="status">{t(text ?? 'edit.just-changed')}</span>
          {asset.undoable && (
            <button class="button quiet" type="submit">
              {t('edit.undo')}
            </button>
          )}
        </DeskForm>
      )}
      {isDraft && asset.draft && done !== 'later' && (
        <p class="said warn">
          {t('edit.from-draft', { ago: days(asset.draft.savedAt), time: sayTime(t, asset.draft.savedAt) })}
          {asset.draft.ofVersion !== asset.version && ` ${t('edit.changed-since')}`}
        </p>
      )}
      {asset.alsoWriting.length > 0 && <p class="said warn">{t('edit.also-writing', { names: sayList(t, asset.alsoWriting) })}</p>}
      {asset.proposed && (
        <p class="said warn">
          {asset.proposed.status === 'waiting'
            ? t('edit.proposal-waiting', { ago: days(asset.proposed.at) })
            : t('edit.proposal-declined', { answer: asset.proposed.answer ?? '' })}
        </p>
      )}
    </>
  );
}

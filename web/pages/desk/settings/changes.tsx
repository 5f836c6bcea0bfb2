import type { SettingChange } from '../../../../api/contract/settings.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { sayDate, sayTime } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

interface ChangesProps {
  reader: Reader;
  form: FormState;
  changes: SettingChange[];
}

/** Who changed what, and when; what nothing has been done to since can be taken back. */
export function Changes({ reader, form, changes }: ChangesProps) {
  const { t, now } = reader;
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{t('settings.changes')}</h2>
      {changes.length === 0 && <p class="soft">{t('settings.no-changes')}</p>}
      <ul class="stack tight">
        {changes.map((change) => (
          <li class="card desk-row">
            <p>
              <span>{t(`settings.change-${change.verb}`, { name: change.by, what: `“${change.title}”` })}</span>
              <span class="soft small">
                {t(`settings.${change.setting}`)} ·{' '}
                <time dateTime={change.at}>{`${sayDate(t, londonDay(change.at), now)}, ${sayTime(t, change.at)}`}</time>
              </span>
            </p>
            {change.mayUndo && <Undo reader={reader} form={form} change={change} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said after something was done, with the way back. */
export function Done({ reader, form, undone, last }: Omit<ChangesProps, 'changes'> & { undone: boolean; last: SettingChange | undefined }) {
  return (
    <div class="said row" role="status">
      <p>{reader.t(undone ? 'settings.undone' : 'settings.saved')}</p>
      {last?.mayUndo && !undone && <Undo reader={reader} form={form} change={last} />}
    </div>
  );
}

function Undo({ reader: { t, urls }, reader, form, change }: Omit<ChangesProps, 'changes'> & { change: SettingChange }) {
  return (
    <DeskForm reader={reader} form={form} action={urls.settings()} name="undo" class="row">
      <input type="hidden" name="id" value={change.id} />
      <input type="hidden" name="setting" value={change.setting} />
      <button class="button quiet" type="submit" aria-label={t('settings.undo-which', { what: change.title })}>
        {t('settings.undo')}
      </button>
    </DeskForm>
  );
}

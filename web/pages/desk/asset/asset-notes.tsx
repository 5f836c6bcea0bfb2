import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { sayDate } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import type { EditProps } from './load-edit.ts';

/** What colleagues tell each other of it: never public, and never about a person, as the form says. */
export function AssetNotes({ reader, asset, form }: Pick<EditProps, 'asset' | 'form'> & { reader: Reader }) {
  const { t, urls, now } = reader;
  return (
    <section id="notes" class="card stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('edit.notes-title')}</h2>
      {asset.notes.length > 0 && (
        <ul class="stack tight notes">
          {asset.notes.map(({ id, text, by, mine, at }) => (
            <li>
              <p class="line">{text}</p>
              <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="note" class="row small soft">
                <span>
                  {by ?? t('edit.somebody')}, {sayDate(t, londonDay(at), now)}
                </span>
                {mine && (
                  <button class="as-link" type="submit" name="do" value={id}>
                    {t('edit.note-remove')}
                  </button>
                )}
              </DeskForm>
            </li>
          ))}
        </ul>
      )}
      <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="note">
        <div class="field">
          <label for="note">{t('edit.note-label')}</label>
          <p id="note-hint" class="soft small">
            {t('edit.note-hint')}
          </p>
          <textarea id="note" name="note" rows={2} maxLength={600} aria-describedby="note-hint" />
        </div>
        <p>
          <button class="button quiet" type="submit">
            {t('edit.note-add')}
          </button>
        </p>
      </DeskForm>
    </section>
  );
}

import type { TodayAfter, TodayStep } from '../../../../api/contract/today.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { deskFrom } from './today-card.tsx';

interface DoneBarProps {
  reader: Reader;
  form: FormState;
  done: TodayStep | 'gone';
  after: TodayAfter | null;
  /** Where to go on after it was taken back. */
  back: string;
}

/** What was just done, and the way back; it stays in sight. */
export function DoneBar({ reader, form, done, after, back }: DoneBarProps) {
  const { t, urls, locale } = reader;
  if (done === 'gone')
    return (
      <p class="said done-bar" role="status">
        {t('today.gone')}
      </p>
    );
  const name = inLocale(locale, done.name, done.name_cy).text;
  const text = done.takenBack ? t('today.taken-back') : t(`today.done-${done.act}`);
  return (
    <div class="said done-bar" role="status">
      <DeskForm reader={reader} form={form} action={deskFrom(reader, after)} name="undo" class="row">
        <p>
          {name && <b>{name}: </b>}
          {text}
        </p>
        {done.made && (
          <a class="target" href={urls.photos(done.made)}>
            {t('photos.add')}
          </a>
        )}
        {done.canTakeBack && (
          <>
            <input type="hidden" name="next" value={back} />
            <button class="button quiet" type="submit" name="step" value={done.id}>
              {t('today.undo')}
            </button>
          </>
        )}
      </DeskForm>
    </div>
  );
}

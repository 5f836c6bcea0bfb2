import type { WalkDone } from '../../../../api/contract/walk-about.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

interface WalkDoneBarProps {
  reader: Reader;
  form: FormState;
  done: WalkDone | 'gone';
  near: string;
}

/** What was just noted, and the way back; for who sends plain forms. */
export function WalkDoneBar({ reader, form, done, near }: WalkDoneBarProps) {
  const { t, urls, locale } = reader;
  if (done === 'gone')
    return (
      <p class="said" role="status">
        {t('walk.past')}
      </p>
    );
  return (
    <div class="said" role="status">
      <DeskForm reader={reader} form={form} action={urls.walk({ near })} name="undo" class="row">
        <p>
          <b>{inLocale(locale, done.name, done.name_cy).text}: </b>
          {done.takenBack ? t('today.taken-back') : t(`walk.done-${done.act}`)}
        </p>
        {done.canTakeBack && (
          <button class="button quiet" type="submit" name="undo" value={done.id}>
            {t('today.undo')}
          </button>
        )}
      </DeskForm>
    </div>
  );
}

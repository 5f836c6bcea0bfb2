import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import type { Done } from '../checks.tsx';

/** What has just been done, said at once by screen readers, and the way back. */
export function DoneNote({ reader, form, done }: { reader: Reader; form: FormState; done: Done }) {
  const { t, urls, locale } = reader;
  const { act, assetId, slug, check, asset } = done;
  const name = asset ? inLocale(locale, asset.name, asset.name_cy).text : '';
  const canTakeBack = act !== 'taken-back' && act !== 'too-late';
  return (
    <div class="said" role="status">
      <DeskForm reader={reader} form={form} action={urls.at('/desk/checks')} name="take-back" class="row">
        <p>
          {name && <b>{name}: </b>}
          {t(`checks.done-${act}`)}
        </p>
        {canTakeBack && (
          <>
            <input type="hidden" name="asset" value={assetId} />
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="check" value={check} />
            {act !== 'checked' && <input type="hidden" name="what" value={act} />}
            <button class="button quiet" type="submit" name="act" value="take-back">
              {t('confirm.take-back')}
            </button>
          </>
        )}
      </DeskForm>
    </div>
  );
}

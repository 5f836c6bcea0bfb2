import { longest } from '../../../../api/contract/proposal.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import type { Reader } from '../../../reader.ts';
import { photoTypes } from '../photos/add-photo.tsx';

export const addForm = 'add';

interface AddSeenProps {
  reader: Reader;
  form: FormState;
  near: string;
  open: boolean;
}

/** Something that is not on the list yet: a name will do. */
export function AddSeen({ reader, form, near, open }: AddSeenProps) {
  const { t, urls } = reader;
  const box = (name: 'name' | 'when' | 'place', hint?: string) => (
    <LineField reader={reader} form={form} name={name} label={t(`walk.add-${name}`)} hint={hint} maxLength={longest[name]} />
  );
  return (
    <details class="card add-seen" open={open} data-add>
      <summary class="target">{t('walk.add')}</summary>
      <ul class="stack tight" data-noted hidden />
      <DeskForm reader={reader} form={form} action={urls.walk({ near })} name={addForm} files>
        {box('name')}
        <p class="row needs-script" data-stand>
          <button class="button quiet" type="button">
            {t('walk.stand-here')}
          </button>
          <span role="status" class="small" />
        </p>
        <input type="hidden" name="at" value={form.typed.at ?? ''} />
        {box('place')}
        <TextField reader={reader} form={form} name="happens" label={t('walk.add-happens')} rows={2} maxLength={longest.happens} />
        {box('when', t('walk.add-when-hint'))}
        <div class="field">
          <label for="photo">{t('walk.add-photo')}</label>
          <p id="photo-hint" class="soft small">
            {t('photos.people')}
          </p>
          <input type="file" id="photo" name="photo" accept={photoTypes} aria-describedby="photo-hint" />
        </div>
        <p class="small soft">{t('walk.add-next')}</p>
        <p>
          <button class="button" type="submit" name="act" value="new" data-needs="name">
            {t('walk.act-new')}
          </button>
        </p>
      </DeskForm>
    </details>
  );
}

import type { DeskPhotos } from '../../../../api/contract/desk-photo.ts';
import { DeskField, DeskTick } from '../../../components/desk-field/desk-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { Reader } from '../../../reader.ts';

/** What our server opens. Phones that keep another kind turn it into one of these by themselves. */
export const photoTypes = 'image/jpeg,image/png,image/webp,image/avif';

/** What the island says: `{percent}` and `{size}` are filled in there. */
export interface ShrinkPhotoProps {
  smaller: string;
  ready: string;
  sending: string;
  failed: string;
  heic: string;
}

/** A photo from the phone's camera or from its pictures, and words for it. Without script it goes as it is and is made smaller by us. */
export function AddPhoto({ reader, form, told }: { reader: Reader; form: FormState; told: DeskPhotos }) {
  const { t, urls } = reader;
  const isSent = form.typed.form === 'add';
  const boxes = { reader, values: isSent ? form.typed : {}, errors: isSent ? form.errors : [] };
  const wrong = boxes.errors.find(({ field }) => field === 'photo');
  const words: ShrinkPhotoProps = {
    smaller: t('photos.smaller'),
    ready: t('photos.ready', { size: '{size}' }),
    sending: t('photos.sending', { percent: '{percent}' }),
    failed: t('photos.failed'),
    heic: t('photos.wrong.heic'),
  };
  return (
    <section id="add" class="card stack" aria-labelledby="add-title" data-desk-island="shrink-photo" data-props={JSON.stringify(words)}>
      <h2 id="add-title">{t('photos.add')}</h2>
      <p class="said">
        <strong>{t('photos.people')}</strong> {t('photos.people-more')}
      </p>
      <DeskForm reader={reader} form={form} action={urls.photos(told.asset.id)} name="add" files>
        <div class={wrong ? 'stack tight has-error' : 'stack tight'}>
          {wrong && (
            <p id="photo-wrong" class="wrong">
              {t(wrong.text)}
            </p>
          )}
          {boxes.errors.length > 0 && !wrong && <p class="wrong">{t('photos.choose-again')}</p>}
          <div class="field only-phone">
            <label for="camera">{t('photos.camera')}</label>
            <input type="file" id="camera" name="camera" accept={photoTypes} capture="environment" />
          </div>
          <div class="field">
            <label for="photo">{t('photos.choose')}</label>
            <p id="photo-hint" class="soft small">
              {t('photos.choose-hint')}
            </p>
            <input
              type="file"
              id="photo"
              name="photo"
              accept={photoTypes}
              aria-describedby={wrong ? 'photo-wrong photo-hint' : 'photo-hint'}
            />
          </div>
        </div>
        <div data-preview hidden />
        <DeskField boxes={boxes} name="alt" label={t('photos.alt')} hint={t('photos.alt-hint')} maxLength={300} lang="en" rows={2} />
        <DeskField boxes={boxes} name="alt_cy" label={t('photos.alt-cy')} maxLength={300} lang="cy" rows={2} />
        {told.isHome ? (
          <p class="soft">{t('photos.home')}</p>
        ) : (
          <DeskTick boxes={boxes} name="door">
            {t('photos.door-tick')}
          </DeskTick>
        )}
        <p>
          <button class="button" type="submit">
            {t(told.mayPublish ? 'photos.send' : 'photos.send-to-wait')}
          </button>
        </p>
        <p role="status" data-told />
      </DeskForm>
    </section>
  );
}

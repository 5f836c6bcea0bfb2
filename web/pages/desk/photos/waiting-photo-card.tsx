import type { WaitingPhoto } from '../../../../api/contract/desk-photo.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { sayAgo } from '../../../i18n/format.ts';
import { daysBetween, londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import { PhotoPicture } from './photo-card.tsx';

/** A photo that a builder would show. */
export function WaitingPhotoCard({ reader, form, waiting }: { reader: Reader; form: FormState; waiting: WaitingPhoto }) {
  const { t, urls, now } = reader;
  const { id, asset, alt, alt_cy, by, at } = waiting;
  return (
    <li class="card stack tight photo-card">
      <PhotoPicture reader={reader} assetId={asset.id} photo={waiting} />
      <div class="stack tight">
        <p class="small soft">
          {t('photos.would-show', { name: by ?? t('edit.somebody') })} · {sayAgo(t, daysBetween(londonDay(at), londonDay(now)))}
        </p>
        <h2 class="lead">
          <a href={urls.photos(asset.id)}>
            <Words reader={reader} en={asset.name} cy={asset.name_cy} />
          </a>
        </h2>
        <p aria-hidden="true">
          <Words reader={reader} en={alt} cy={alt_cy} />
        </p>
        <p class="soft small">{t('photos.people')}</p>
        <DeskForm reader={reader} form={{ ...form, errors: [] }} action={urls.photos(asset.id)} class="row">
          <input type="hidden" name="photo" value={id} />
          <input type="hidden" name="from" value="review" />
          <button class="button" type="submit" name="do" value="shown">
            {t('photos.shown')}
          </button>
          <button class="button quiet" type="submit" name="do" value="away">
            {t('photos.away')}
          </button>
        </DeskForm>
      </div>
    </li>
  );
}

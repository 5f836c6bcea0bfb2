import type { DeskPhotos } from '../../../api/contract/desk-photo.ts';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { Words } from '../../components/words/words.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { AddPhoto } from './photos/add-photo.tsx';
import { PhotoCard } from './photos/photo-card.tsx';
import { takePhoto } from './photos/take-photo.ts';

interface PhotosProps {
  told: DeskPhotos;
  form: FormState;
  done: string | null;
}

const said: Record<string, MessageKey> = {
  added: 'photos.done-added',
  waits: 'photos.done-waits',
  words: 'photos.done-words',
  shown: 'photos.done-shown',
  door: 'photos.done-door',
  'not-door': 'photos.done-not-door',
  earlier: 'photos.done-moved',
  later: 'photos.done-moved',
  away: 'photos.done-away',
  back: 'photos.done-back',
};

/** The photos of one asset: see them, add one, and what can be done with each. */
export const photosPage: DeskFormPage<PhotosProps> = {
  async load(data, { params, form, query }, viewer) {
    const told = await data.desk.photos(viewer, params.id ?? '');
    return { told, form, done: typeof query.done === 'string' ? query.done : null };
  },
  take: takePhoto,
  // More than a photo may have, so that one that is too large is told so and not cut off.
  bodyLimit: 16 * 1024 * 1024,
  title: ({ told: { asset }, form }, { t, locale }) => {
    const title = t('photos.title', { name: inLocale(locale, asset.name, asset.name_cy).text });
    return form.errors.length > 0 ? t('form.title', { title }) : title;
  },
  style: 'desk-photos',
  Body: ({ reader, told, form, done }) => {
    const { t, urls } = reader;
    const text = done === null ? undefined : said[done];
    const { asset, photos } = told;
    return (
      <div class="wrap stack loose narrow">
        <header class="stack tight">
          <p>
            <a class="target" href={urls.editAsset(asset.id)}>
              <Words reader={reader} en={asset.name} cy={asset.name_cy} />
            </a>
          </p>
          <h1>{t('photos.link')}</h1>
          {text && (
            <p class="said" role="status">
              {t(text)}
            </p>
          )}
        </header>
        {photos.length === 0 && <p class="lead">{t('photos.none')}</p>}
        {photos.length > 0 && (
          <ol class="photo-cards">
            {photos.map((photo) => (
              <PhotoCard reader={reader} form={form} photo={photo} told={told} />
            ))}
          </ol>
        )}
        <AddPhoto reader={reader} form={form} told={told} />
      </div>
    );
  },
};

import type { DeskPhoto, DeskPhotos, PhotoAct } from '../../../../api/contract/desk-photo.ts';
import type { Photo } from '../../../../api/contract/photo.ts';
import { DeskField } from '../../../components/desk-field/desk-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { MessageKey } from '../../../i18n/translate.ts';
import type { Reader } from '../../../reader.ts';
import { wordBoxes } from './take-photo.ts';

interface PhotoCardProps {
  reader: Reader;
  form: FormState;
  photo: DeskPhoto;
  told: DeskPhotos;
}

const labels: Record<Exclude<PhotoAct, 'words'>, MessageKey> = {
  shown: 'photos.shown',
  door: 'photos.door',
  'not-door': 'photos.not-door',
  earlier: 'photos.earlier',
  later: 'photos.later',
  away: 'photos.away',
  back: 'photos.back',
};

/** One photo, what is said of it, and what may be done with it: the likeliest first. */
export function PhotoCard({ reader, form, photo, told: { asset, isHome } }: PhotoCardProps) {
  const { t, urls } = reader;
  const name = `photo-${photo.id}`;
  const isHidden = isHome && photo.of_door;
  const marks: (string | false | null)[] = [
    photo.isAway && t('photos.is-away'),
    photo.waits && !photo.isAway && t('photos.is-waiting'),
    photo.of_door && t(isHidden ? 'photos.is-hidden' : 'photos.is-door'),
    photo.by && t('photos.by', { name: photo.by }),
  ];
  const acts = photo.may.filter((act) => act !== 'words');
  return (
    <li class={photo.isAway ? 'card stack tight photo-card is-away' : 'card stack tight photo-card'}>
      <PhotoPicture reader={reader} assetId={asset.id} photo={photo} />
      <div class="stack tight">
        <p aria-hidden="true">
          <Words reader={reader} en={photo.alt} cy={photo.alt_cy} />
        </p>
        <p class="soft small">{marks.filter(Boolean).join(' · ')}</p>
        {acts.length > 0 && (
          <DeskForm reader={reader} form={{ ...form, errors: [] }} action={urls.photos(asset.id)} class="row">
            <input type="hidden" name="photo" value={photo.id} />
            {acts.map((act) => (
              <button class={act === 'shown' || act === 'back' ? 'button' : 'button quiet'} type="submit" name="do" value={act}>
                {t(labels[act])}
                <span class="unseen"> {inLocale(reader.locale, photo.alt, photo.alt_cy).text}</span>
              </button>
            ))}
          </DeskForm>
        )}
        {photo.may.includes('words') && <OtherWords reader={reader} form={form} photo={photo} assetId={asset.id} name={name} />}
      </div>
    </li>
  );
}

/** Asked of the desk, which shows it to those who keep it alone. */
export function PhotoPicture({ reader, assetId, photo }: { reader: Reader; assetId: string; photo: Photo }) {
  const { text, lang } = inLocale(reader.locale, photo.alt, photo.alt_cy);
  return (
    <img src={reader.urls.deskPhoto(assetId, photo.id)} width={photo.width} height={photo.height} loading="lazy" alt={text} lang={lang} />
  );
}

function OtherWords({ reader, form, photo, assetId, name }: Omit<PhotoCardProps, 'told'> & { assetId: string; name: string }) {
  const { t, urls } = reader;
  const isSent = form.typed.form === name;
  const [alt, altCy] = wordBoxes(photo.id);
  const values = isSent ? form.typed : { [alt]: photo.alt, [altCy]: photo.alt_cy ?? '' };
  const boxes = { reader, values, errors: isSent ? form.errors : [] };
  return (
    <details open={isSent}>
      <summary>{t('photos.words')}</summary>
      <DeskForm reader={reader} form={form} action={urls.photos(assetId)} name={name}>
        <input type="hidden" name="photo" value={photo.id} />
        <DeskField boxes={boxes} name={alt} label={t('photos.alt')} maxLength={300} lang="en" rows={2} />
        <DeskField boxes={boxes} name={altCy} label={t('photos.alt-cy')} maxLength={300} lang="cy" rows={2} />
        <p>
          <button class="button quiet" type="submit" name="do" value="words">
            {t('photos.words-keep')}
          </button>
        </p>
      </DeskForm>
    </details>
  );
}

import { type PhotoFault, photoActs } from '../../../../api/contract/desk-photo.ts';
import { isUuid } from '../../../../api/contract/state-parts.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { DeskSent } from '../../../server/desk-page.ts';
import type { PageData } from '../../../server/page-data.ts';

/** What a button of the photos' page does. */
export async function takePhoto(data: PageData, request: DeskSent, viewer: SignedIn): Promise<string | FormError[]> {
  const { typed, params, reader } = request;
  const assetId = params.id ?? '';
  if (typed.form === 'add') return addPhoto(data, request, viewer);
  const act = photoActs.find((each) => each === typed.do);
  const photoId = typed.photo ?? '';
  if (!act || !isUuid(photoId)) return reader.urls.photos(assetId);
  const [alt, altCy] = wordBoxes(photoId);
  const wrong = await data.desk.changePhoto(viewer, { assetId, photoId, act, alt: typed[alt] ?? '', alt_cy: typed[altCy] ?? null });
  if (wrong) return [{ field: alt, text: `photos.wrong.${wrong}` }];
  return typed.from === 'review' && act === 'shown' ? reader.urls.review({ done: act }) : reader.urls.photos(assetId, act);
}

/** What the boxes for a photo's words are called, in English and in Welsh: each photo of the page has its own. */
export const wordBoxes = (photoId: string) => [`alt.${photoId}`, `alt_cy.${photoId}`] as const;

async function addPhoto(data: PageData, { typed, params, files, reader }: DeskSent, viewer: SignedIn): Promise<string | FormError[]> {
  const assetId = params.id ?? '';
  const saved = await data.desk.savePhoto(viewer, {
    assetId,
    // One box takes a picture, the other looks for one: whichever was used.
    bytes: files[0]?.bytes ?? new Uint8Array(),
    alt: typed.alt ?? '',
    alt_cy: typed.alt_cy ?? null,
    ofDoor: typed.door === 'yes',
  });
  if ('wrong' in saved) return [{ field: ofWords.has(saved.wrong) ? 'alt' : 'photo', text: `photos.wrong.${saved.wrong}` }];
  return reader.urls.photos(assetId, saved.waits ? 'waits' : 'added');
}

const ofWords: ReadonlySet<PhotoFault> = new Set(['no-words', 'long-words'] as const);

import type { Photo } from '../../../api/contract/photo.ts';
import { PhotoFigure } from '../../components/photo-figure/photo-figure.tsx';
import type { Reader } from '../../reader.ts';

/** What it looks like; the door stands with the first visit. */
export function AssetPhotos({ reader, photos }: { reader: Reader; photos: Photo[] }) {
  const [door] = photos.filter(({ of_door }) => of_door);
  const others = photos.filter((photo) => photo !== door);
  if (others.length === 0) return null;
  return (
    <section class="stack tight on-screen" aria-labelledby="photos">
      <h2 id="photos">{reader.t('asset.photos')}</h2>
      <ul class="asset-photos">
        {others.map((photo) => (
          <li>
            <PhotoFigure reader={reader} photo={photo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

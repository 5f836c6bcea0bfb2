import { type Photo, photoWidths } from '../../../api/contract/photo.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

/** A photo in the size that suits the screen, fetched when it comes into view; its room is kept until then. */
export function PhotoFigure({ reader: { locale, urls }, photo }: { reader: Reader; photo: Photo }) {
  const { text, lang } = inLocale(locale, photo.alt, photo.alt_cy);
  return (
    <figure class="photo">
      <img
        src={urls.photo(photo.id, 640)}
        srcset={photoWidths.map((width) => `${urls.photo(photo.id, width)} ${width}w`).join(', ')}
        sizes="(min-width: 40rem) 16rem, 100vw"
        width={photo.width}
        height={photo.height}
        loading="lazy"
        decoding="async"
        alt={text}
        lang={lang}
      />
    </figure>
  );
}

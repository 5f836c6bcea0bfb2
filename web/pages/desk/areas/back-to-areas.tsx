import type { Reader } from '../../../reader.ts';

/** Above the heading of what is done with one of them. */
export const BackToAreas = ({ reader: { t, urls } }: { reader: Reader }) => (
  <p>
    <a class="target" href={urls.deskAreas()}>
      {t('boundary.areas')}
    </a>
  </p>
);

import type { Reader } from '../../reader.ts';

/** One kind line to those who answer, for whoever came here on a hard day. */
export function HardNow({ reader: { t, urls } }: { reader: Reader }) {
  return (
    <p class="said warn hard-now on-screen">
      <a class="target" href={urls.helpNow()}>
        {t('find.hard-now')}
      </a>
    </p>
  );
}

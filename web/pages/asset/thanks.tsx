import type { Reader } from '../../reader.ts';

interface ThanksProps {
  reader: Reader;
  slug: string;
  /** What comes of it. */
  lead: string;
  /** What we hold of who said it. */
  kept: string;
}

/** After something was said of an asset. */
export function Thanks({ reader: { t, urls }, slug, lead, kept }: ThanksProps) {
  return (
    <>
      <p class="lead">{lead}</p>
      <p>{kept}</p>
      <p>
        <a class="button" href={urls.asset(slug)}>
          {t('suggest.back')}
        </a>
      </p>
    </>
  );
}

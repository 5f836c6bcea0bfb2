import { ListingCard } from '../../components/listing-card/listing-card.tsx';
import { capitalise, sayList } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { PreviewProps } from './add-preview.tsx';

/** What is here already and may be the same, with why. */
export function IsItThis({ reader, preview, topics }: PreviewProps) {
  const { t, locale } = reader;
  if (preview.look_alikes.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="alike">
      <h2 id="alike">{t('add.alike')}</h2>
      <p>{t('add.alike-lead')}</p>
      <ul class="results">
        {preview.look_alikes.map(({ listing, likenesses }) => {
          const kind = topics.kinds.find(({ slug }) => slug === listing.kind);
          const why = sayList(
            t,
            likenesses.map((likeness) => t(`add.alike-${likeness}`)),
          );
          return (
            <ListingCard
              reader={reader}
              listing={listing}
              kind={kind ? inLocale(locale, kind.label, kind.label_cy).text : ''}
              mark={kind?.letter ?? ''}
            >
              <p class="soft">{capitalise(why)}.</p>
            </ListingCard>
          );
        })}
      </ul>
    </section>
  );
}

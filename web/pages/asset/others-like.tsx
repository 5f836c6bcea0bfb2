import type { Listing } from '../../../api/contract/listing.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import { ListingCard } from '../../components/listing-card/listing-card.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

interface OthersLikeProps {
  reader: Reader;
  id: string;
  title: string;
  listings: Listing[];
  topics: Topics;
}

/** Where else to go from here. */
export function OthersLike({ reader, id, title, listings, topics }: OthersLikeProps) {
  if (listings.length === 0) return null;
  return (
    <section class="stack tight on-screen" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="results">
        {listings.map((listing) => {
          const kind = topics.kinds.find((each) => each.slug === listing.kind);
          return (
            <ListingCard
              reader={reader}
              listing={listing}
              kind={kind ? inLocale(reader.locale, kind.label, kind.label_cy).text : listing.kind}
              mark={kind?.letter ?? ''}
              fromThing
            />
          );
        })}
      </ul>
    </section>
  );
}

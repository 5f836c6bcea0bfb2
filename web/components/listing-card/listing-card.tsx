import type { ComponentChildren } from 'preact';
import type { FoundListing } from '../../../api/contract/asset-query.ts';
import type { Reader } from '../../reader.ts';
import { KindPin } from '../kind-pin/kind-pin.tsx';
import { ListingFacts } from '../listing-facts/listing-facts.tsx';
import { Words } from '../words/words.tsx';

interface ListingCardProps {
  reader: Reader;
  listing: FoundListing;
  /** The kind in words, so that it is never told by colour alone. */
  kind: string;
  /** Place in the list, also on its pin; else the kind's letter. */
  mark: number | string;
  /** The distance is from another thing, not from where the reader is. */
  fromThing?: boolean;
  /** Another day than today was asked for. */
  undated?: boolean;
  /** What can be done with it here. */
  children?: ComponentChildren;
}

/** One thing around here, in a list. */
export function ListingCard({ reader, listing, kind, mark, fromThing, undated, children }: ListingCardProps) {
  return (
    <li
      class="result"
      id={typeof mark === 'number' ? `found-${mark}` : undefined}
      data-at={listing.point ? `${listing.point.lat},${listing.point.lng}` : undefined}
    >
      <KindPin kind={listing.kind} mark={mark} />
      <div>
        <h3>
          <a href={reader.urls.asset(listing.slug)}>
            <Words reader={reader} en={listing.name} cy={listing.name_cy} />
          </a>{' '}
          <small class={`kind-${listing.kind}`}>{kind}</small>
        </h3>
        <p>
          <Words reader={reader} en={listing.summary} cy={listing.summary_cy} />
        </p>
        <ListingFacts reader={reader} listing={listing} fromThing={fromThing} undated={undated} />
        {children}
      </div>
    </li>
  );
}

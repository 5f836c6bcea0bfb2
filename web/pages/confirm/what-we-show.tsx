import type { Confirm } from '../../../api/contract/confirm.ts';
import { ListingFacts } from '../../components/listing-facts/listing-facts.tsx';
import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';

/** The group's own page in short: what anyone sees of it, or would. */
export function WhatWeShow({ reader, confirm: { listing, join, contact, isPublic } }: { reader: Reader; confirm: Confirm }) {
  const { t, urls } = reader;
  const reached = [contact?.name, contact?.phone, contact?.email, contact?.web].filter(Boolean).join(' · ');
  return (
    <section class="card stack tight" aria-labelledby="shown">
      <h2 id="shown">
        <Words reader={reader} en={listing.name} cy={listing.name_cy} />
      </h2>
      <p>
        <Words reader={reader} en={listing.summary} cy={listing.summary_cy} />
      </p>
      <ListingFacts reader={reader} listing={listing} />
      {join && (
        <p>
          <b>{t('join.title')}:</b> <Words reader={reader} en={join} />
        </p>
      )}
      {reached && (
        <p>
          <b>{t('join.title-place')}:</b> {reached}
        </p>
      )}
      {isPublic ? (
        <p>
          <a class="target" href={urls.asset(listing.slug)}>
            {t('confirm.whole-page')}
          </a>
        </p>
      ) : (
        <p class="soft">{t('confirm.not-listed')}</p>
      )}
    </section>
  );
}

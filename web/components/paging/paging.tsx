import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';

interface PagingProps {
  reader: Reader;
  query: FindQuery;
  page: number;
  perPage: number;
  total: number;
}

/** A list that has grown to several pages goes on by single ones: that is what is fetched, with script or without. */
const pageLength = 20;

export function Paging({ reader: { t, urls }, query, page, perPage, total }: PagingProps) {
  const shown = page * perPage;
  const left = total - shown;
  if (page === 1 && left <= 0) return null;
  return (
    <nav class="row paging" aria-label={t('paging.label')}>
      {page > 1 && (
        <a class="button quiet" href={urls.find({ ...query, page: page - 1 })} rel="prev">
          {t('paging.back')}
        </a>
      )}
      {left > 0 && (
        <a class="button quiet" href={urls.find({ ...query, page: Math.floor(shown / pageLength) + 1 })} rel="next">
          {t('paging.more', { count: Math.min(left, pageLength) })}
        </a>
      )}
    </nav>
  );
}

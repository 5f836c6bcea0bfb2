import { type SortOrder, sortOrders } from '../../../api/contract/vocabulary.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';

/** In which order; "nearest" only once there is somewhere to be near to. */
export function SortLinks({ reader: { t, urls }, query }: { reader: Reader; query: FindQuery }) {
  const current: SortOrder = query.sort ?? 'relevance';
  const orders = sortOrders.filter((order) => order !== 'distance' || query.near);
  return (
    <ul class="row sort small" aria-label={t('sort.label')}>
      {orders.map((order) => (
        <li>
          <a
            class="target"
            href={urls.find({ ...query, sort: order === 'relevance' ? undefined : order, page: 1 })}
            aria-current={order === current ? 'true' : undefined}
          >
            {t(`sort.${order}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

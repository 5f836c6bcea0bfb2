import { isPoint } from '../../i18n/say-place.ts';
import type { FindProps } from './load-find.ts';

/** What the form has no box for, kept when it is sent. */
export function KeptParameters({ query, kept: slugs }: Pick<FindProps, 'query' | 'kept'>) {
  const { from, to, bbox, sort, near } = query;
  const point = near && isPoint(near) ? near : undefined;
  const box = bbox && [bbox.west, bbox.south, bbox.east, bbox.north].join(',');
  const kept = Object.entries({ near: point, from, to, sort, bbox: box, ids: slugs.join(',') });
  return <>{kept.map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}</>;
}

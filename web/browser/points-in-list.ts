import type { ListingKind } from '../../api/contract/vocabulary.ts';
import type { MapPoint } from '../components/map-place/map-place.tsx';

/** What the list on the page has on the map: the list is the map, so nothing is told twice. */
export function pointsInList(): MapPoint[] {
  return [...document.querySelectorAll<HTMLElement>('#results [data-at]')].flatMap((item) => {
    const [lat, lng] = (item.dataset.at ?? '').split(',').map(Number);
    const link = item.querySelector<HTMLAnchorElement>('h3 a');
    const kind = kindOf(item.querySelector('h3 small'));
    if (lat === undefined || lng === undefined || !link || !kind) return [];
    const venue = item.querySelector('.venue')?.textContent ?? undefined;
    return [{ n: Number(item.id.replace('found-', '')), lat, lng, kind, name: link.textContent ?? '', venue, href: link.pathname }];
  });
}

const kinds: readonly ListingKind[] = ['group', 'place', 'people', 'exchange', 'institution', 'story', 'signpost'];
const kindOf = (label: Element | null) => kinds.find((kind) => label?.classList.contains(`kind-${kind}`));

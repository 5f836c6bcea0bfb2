import type { ListingKind } from '../../../api/contract/vocabulary.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import { Island } from '../island/island.tsx';

/** One pin; `n` is its number in the list. */
export interface MapPoint {
  n: number;
  lat: number;
  lng: number;
  kind: ListingKind;
  name: string;
  /** Where it happens, for the pin's name. */
  venue?: string;
  href: string;
}

/** What the island `asset-map` is given. */
export interface AssetMapProps {
  /** The page's query string, with its question mark or empty. */
  query: string;
  /** West, south, east, north; null: fit the points. */
  bounds: [number, number, number, number] | null;
  /** Empty on the find page, whose list says where each thing is: `pointsInList` reads it there. */
  points: MapPoint[];
  /** Slugs of the areas whose outline is drawn. */
  areas: string[];
  /** Where the reader looks from; marked on the map. */
  near?: { lat: number; lng: number; label: string } | null;
  /** `list`: only what is on the page, with its numbers. */
  mode: 'find' | 'list' | 'asset' | 'area';
  strings: MapStrings;
}

export type MapStrings = ReturnType<typeof mapStrings>;

type MapPlaceProps = Omit<AssetMapProps, 'strings'> & { reader: Reader };

/** Where the map goes, which is named by the map itself. Without script there is no map and no gap: the list says it all. */
export function MapPlace({ reader: { t }, ...props }: MapPlaceProps) {
  return (
    <div id="map" class={`map-place needs-script ${props.mode}`}>
      <a class="skip" href="#past-map">
        {t('map.skip')}
      </a>
      <Island name="asset-map" props={{ ...props, strings: mapStrings(t) }}>
        <div class="map" />
      </Island>
      <span id="past-map" tabIndex={-1} />
    </div>
  );
}

/** `{…}` is filled by the island. */
export const mapStrings = (t: Translate) => ({
  label: t('map.label'),
  zoomIn: t('map.zoom-in'),
  zoomOut: t('map.zoom-out'),
  searchHere: t('map.search-here'),
  lookFrom: t('map.look-from'),
  lookFromMiddle: t('map.look-from-middle'),
  loading: t('map.loading'),
  failed: t('map.failed'),
  bundle: t.raw('map.bundle'),
  backToList: t('map.back'),
  open: t('map.open'),
  close: t('map.close'),
  fromHere: t('map.from-here'),
  move: t('map.move'),
  north: t('map.north'),
  south: t('map.south'),
  west: t('map.west'),
  east: t('map.east'),
  kinds: {
    group: t('map.kind-group'),
    place: t('map.kind-place'),
    people: t('map.kind-people'),
    exchange: t('map.kind-exchange'),
    institution: t('map.kind-institution'),
    story: t('map.kind-story'),
    signpost: t('map.kind-signpost'),
  },
});

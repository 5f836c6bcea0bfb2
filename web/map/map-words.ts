import type { ListingKind } from '../../api/contract/vocabulary.ts';
import type { MapStrings } from '../components/map-place/map-place.tsx';

/** The texts that the page may leave out, in English. */
const defaults = {
  close: 'Close',
  move: 'Move the map',
  north: 'Move up',
  south: 'Move down',
  west: 'Move left',
  east: 'Move right',
  'kind-group': 'group',
  'kind-place': 'place',
  'kind-people': 'neighbour’s gift',
  'kind-exchange': 'swap or share',
  'kind-institution': 'institution',
  'kind-story': 'story',
  'kind-signpost': 'signpost',
};

export type MapWords = MapStrings & typeof defaults;

export const mapWords = (strings: MapStrings): MapWords => ({ ...defaults, ...strings });

export const kindWord = (words: MapWords, kind: ListingKind): string => words[`kind-${kind}`];

/** Puts numbers and names into `{…}`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

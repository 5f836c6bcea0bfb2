import type { BasemapClass } from '../contract/basemap.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * What a feature of a vector tile is drawn as. Reads the layer names of the three schemas that PMTiles archives come in: Protomaps
 * (`kind`), OpenMapTiles (`class`) and Shortbread (`kind`). Null: not drawn.
 */
export function mvtClass(layer: string, properties: Properties): BasemapClass | null {
  const kind = String(properties.kind ?? properties.class ?? '');
  switch (layer) {
    case 'earth':
      return 'land';
    case 'water':
    case 'ocean':
    case 'water_polygons':
      return 'water';
    case 'waterway':
    case 'water_lines':
      return 'river';
    case 'landuse':
    case 'landcover':
    case 'natural':
    case 'land':
    case 'sites':
    case 'park':
      return groundClass(layer, kind);
    case 'buildings':
    case 'building':
      return 'building';
    case 'roads':
    case 'transportation':
    case 'streets':
    case 'transit':
      return wayClass(properties.rail === true ? 'rail' : kind);
    case 'places':
    case 'place':
    case 'place_labels':
      return /country|state|province|region|county|continent/.test(kind) ? null : 'place';
    default:
      return null;
  }
}

function groundClass(layer: string, kind: string): BasemapClass | null {
  if (/wood|forest/.test(kind)) return 'wood';
  if (/residential|commercial|industrial|retail|urban|suburb|neighbourhood/.test(kind)) return 'built';
  if (/park|grass|garden|meadow|pitch|playground|recreation|cemetery|grave|golf|allotment|village_green|nature_reserve|common/.test(kind))
    return 'park';
  return layer === 'park' ? 'park' : null;
}

function wayClass(kind: string): BasemapClass | null {
  if (/rail|tram|transit|subway/.test(kind)) return 'rail';
  if (/ferry|aerialway|construction|pier|aeroway|runway|taxiway/.test(kind)) return null;
  if (/path|track|foot|cycle|steps|bridleway/.test(kind)) return 'path';
  if (/highway|motorway|trunk|primary|secondary|major/.test(kind)) return 'road-main';
  return 'road-minor';
}

import type { BasemapClass, BasemapFeature } from '../contract/basemap.ts';
import { basemapClasses } from '../contract/basemap.ts';

type Properties = Readonly<Record<string, unknown>>;
type Shape = BasemapFeature['type'];

/** What a GeoJSON feature is drawn as: by its own `class`, else by OpenStreetMap's tags, else by the name of its file. Null: not drawn. */
export function featureClass(properties: Properties, shape: Shape, fileName: string): BasemapClass | null {
  const found = ownClass(properties) ?? osmClass(properties) ?? fileClass(fileName);
  return found === null ? null : classForShape(found, shape);
}

/** A river drawn as an area is water and a lake drawn as a line is a river; a road has no area and a wood no line. */
export function classForShape(found: BasemapClass, shape: Shape): BasemapClass | null {
  if (shape === 'point') return found === 'place' ? found : null;
  if (found === 'river' && shape === 'polygon') return 'water';
  if (found === 'water' && shape === 'line') return 'river';
  return shapes[found] === shape ? found : null;
}

const shapes: Record<BasemapClass, Shape> = {
  land: 'polygon',
  built: 'polygon',
  park: 'polygon',
  wood: 'polygon',
  water: 'polygon',
  river: 'line',
  building: 'polygon',
  path: 'line',
  rail: 'line',
  'road-minor': 'line',
  'road-main': 'line',
  place: 'point',
};

function ownClass({ class: own }: Properties): BasemapClass | null {
  return basemapClasses.find((each) => each === own) ?? null;
}

/** Tag → value → class; `*` is any other value. */
const osmTags: Record<string, Record<string, BasemapClass | null>> = {
  highway: {
    ...each('road-main', 'motorway', 'trunk', 'primary', 'secondary', 'motorway_link', 'trunk_link', 'primary_link'),
    ...each('path', 'footway', 'path', 'cycleway', 'bridleway', 'steps', 'track'),
    ...each(null, 'proposed', 'construction', 'corridor', 'platform', 'raceway'),
    '*': 'road-minor',
  },
  railway: each('rail', 'rail', 'light_rail', 'tram', 'preserved', 'narrow_gauge', 'subway'),
  waterway: { ...each(null, 'dam', 'weir', 'lock_gate', 'sluice_gate'), ...each('water', 'riverbank', 'dock'), '*': 'river' },
  natural: { ...each('water', 'water', 'bay'), ...each('wood', 'wood') },
  landuse: {
    ...each('water', 'reservoir', 'basin'),
    ...each('wood', 'forest'),
    ...each('built', 'residential', 'commercial', 'retail', 'industrial'),
    ...each('park', 'allotments', 'recreation_ground', 'village_green', 'green', 'cemetery', 'graveyard'),
  },
  leisure: each(
    'park',
    'park',
    'nature_reserve',
    'pitch',
    'playing_fields',
    'recreation_ground',
    'garden',
    'playground',
    'golf_course',
    'common',
  ),
  building: { no: null, '*': 'building' },
  place: each('place', 'city', 'town', 'village', 'hamlet', 'suburb', 'neighbourhood', 'locality'),
};

function osmClass(properties: Properties): BasemapClass | null {
  for (const [tag, classes] of Object.entries(osmTags)) {
    const value = properties[tag];
    if (typeof value !== 'string' || value === '') continue;
    const found = value in classes ? classes[value] : classes['*'];
    if (found) return found;
  }
  return null;
}

/** In this order: "bus routes" before "routes", "watercourses" before "water". */
const fileNames: [RegExp, BasemapClass | null][] = [
  [/bus|node/, null],
  [/watercourse|river|canal|stream|brook/, 'river'],
  [/water|lake|reservoir/, 'water'],
  [/wood|forest/, 'wood'],
  [/building/, 'building'],
  [/built|urban|settlement/, 'built'],
  [/rail|metrolink|tram/, 'rail'],
  [/green|park|allotment|garden/, 'park'],
  [/path|footway|cycle/, 'path'],
  [/main.?road|major.?road|motorway/, 'road-main'],
  [/road|street|highway/, 'road-minor'],
  [/place|settlement/, 'place'],
];

function fileClass(fileName: string): BasemapClass | null {
  return fileNames.find(([pattern]) => pattern.test(fileName.toLowerCase()))?.[1] ?? null;
}

function each<Value>(found: Value, ...values: string[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value, found]));
}

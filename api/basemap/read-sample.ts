import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inProject } from '../project-root.ts';
import { type DrawnFeature, readFeatures } from './read-features.ts';

const SamplePlaces = z.array(
  z.object({ name: z.string(), name_cy: z.string().nullish(), type: z.string(), lat: z.number(), lng: z.number() }),
);
const shownTypes = ['town', 'village', 'district'];

/** The drawn map of the sample district, with the names of its towns and villages. Throws when seed-data is not whole. */
export function readSample(folder = inProject('seed-data')): DrawnFeature[] {
  return [...readFeatures(`${folder}/basemap.geojson`), ...placeNames(`${folder}/places.json`)];
}

function placeNames(path: string): DrawnFeature[] {
  return SamplePlaces.parse(JSON.parse(readFileSync(path, 'utf8')))
    .filter(({ type }) => shownTypes.includes(type))
    .map(({ name, name_cy, type, lat, lng }) => ({
      class: 'place',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      name,
      name_cy: name_cy ?? undefined,
      big: type === 'town',
    }));
}

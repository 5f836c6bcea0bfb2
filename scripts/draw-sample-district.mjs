// Draws the made-up sample district "Aberhaven and the Marches" into seed-data/: areas.geojson, basemap.geojson, postcodes.csv and places.json.
// Venues in seed-data/assets/*.json come first: streets, parks and postcodes are drawn to fit them. Same input, same output (fixed seed).
// Run with: node scripts/draw-sample-district.mjs
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawAreas } from './sample-district/areas.mjs';
import { composeBasemap } from './sample-district/basemap.mjs';
import { drawCountry } from './sample-district/country.mjs';
import { layGround } from './sample-district/ground.mjs';
import { nameGiver } from './sample-district/names.mjs';
import { makeRandom } from './sample-district/numbers.mjs';
import { listPlaces } from './sample-district/places.mjs';
import { givePostcodes } from './sample-district/postcodes.mjs';
import { lengthOf } from './sample-district/shapes.mjs';
import { growStreets } from './sample-district/streets.mjs';
import { readVenues } from './sample-district/venues.mjs';

const SEED = 20260;
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'seed-data');

function write(file, text) {
  writeFileSync(join(folder, file), text);
  console.log(`${file}: ${Math.ceil(Buffer.byteLength(text) / 1024)} kB`);
}
const geojson = ({ type, features }) =>
  `{"type":"${type}","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;

/** Longer streets choose first, so the shortest yards go without when a pool runs dry. */
function nameStreets(streets, lanes, taken, random) {
  const nameFor = nameGiver(random, taken);
  for (const street of [...streets].sort((a, b) => lengthOf(b.line) - lengthOf(a.line)))
    if (!street.name && lengthOf(street.line) > 70) Object.assign(street, nameFor(street.pool));
  for (const lane of lanes)
    if (random() < 0.4)
      Object.assign(
        lane,
        nameFor(
          lane.line[0][0] < -2700 ? 'lane-welsh' : lane.line[0][0] > 1400 ? 'lane-english' : random.pick(['lane-welsh', 'lane-english']),
        ),
      );
}

const random = makeRandom(SEED);
const venues = readVenues(join(folder, 'assets'));
console.log(`${venues.length} venues read`);

const areas = drawAreas();
write('areas.geojson', geojson(areas));

const ground = layGround(venues, random);
console.log('Growing streets…');
const streets = growStreets(ground, venues, random);
console.log(`${streets.length} streets`);
const country = drawCountry(ground, streets, random);
country.lanes = country.lanes.map((line) => ({ line }));
nameStreets(streets, country.lanes, new Set([...ground.mains, ...streets].map(({ name }) => name)), random);
console.log(
  `${country.lanes.length} lanes, ${country.paths.length} paths, ${new Set([...streets, ...country.lanes].map(({ name }) => name)).size} names`,
);

write('basemap.geojson', geojson(composeBasemap(ground, streets, country, random)));
const postcodes = givePostcodes(areas, streets, country.lanes, venues);
write('postcodes.csv', `postcode,lat,lng\n${postcodes.map(({ postcode, lat, lng }) => `${postcode},${lat},${lng}`).join('\n')}\n`);
const places = listPlaces(ground, [...streets, ...country.lanes]);
write('places.json', `[\n${places.map((place) => `  ${JSON.stringify(place)}`).join(',\n')}\n]\n`);
console.log(`${postcodes.length} postcodes, ${places.length} places`);

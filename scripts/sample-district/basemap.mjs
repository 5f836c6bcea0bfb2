// Puts everything drawn into one GeoJSON, bottom layer first.

import { Field, outlines } from './contours.mjs';
import { noise, toDegrees, toMetres } from './numbers.mjs';
import { blob, distance, inside, resample, thin, thinRing } from './shapes.mjs';
import { BOUNDS } from './skeleton.mjs';
import { quarterAt } from './streets.mjs';

export function composeBasemap(ground, streets, country, random) {
  const [west, south, east, north] = BOUNDS;
  const features = [];
  const add = (kind, type, coordinates, { name, name_cy } = {}) =>
    features.push({
      type: 'Feature',
      properties: { class: kind, ...(name && { name }), ...(name_cy && name_cy !== name && { name_cy }) },
      geometry: { type, coordinates },
    });
  const area = (kind, rings, names, tolerance = 3) =>
    add(
      kind,
      'Polygon',
      rings.map((ring) => close(thinRing(ring, tolerance).map(keepInBox).map(toDegrees))),
      names,
    );
  const line = (kind, points, names, tolerance = 2.5) =>
    cutToBox(points).forEach((part) => {
      const drawn = tidy(thin(part, tolerance).map(toDegrees));
      if (drawn.length > 1) add(kind, 'LineString', drawn, names);
    });

  add('land', 'Polygon', [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);
  for (const rings of builtUp(ground, streets, country, random)) area('built', rings, {}, 3);
  for (const wood of ground.woods) area('wood', [wood.ring], wood);
  for (const park of ground.parks) area('park', [park.ring], park);
  area('water', [ground.riverRing], { name: 'River Haven', name_cy: 'Afon Haven' }, 1.5);
  for (const water of ground.waters) area('water', [water.ring], water);
  for (const stream of ground.streams) line('river', stream.line, stream, 3);
  for (const path of country.paths) line('path', path.line, path, 4);
  line('rail', ground.rail, { name: 'Marches Line', name_cy: 'Lein y Gororau' });
  for (const siding of ground.sidings) line('rail', siding, {}, 1.5);
  for (const lane of country.lanes) line('road-minor', lane.line, lane, 5);
  for (const street of streets) line('road-minor', street.line, street);
  for (const road of ground.mains) line('road-main', road.line, road);
  return { type: 'FeatureCollection', features };
}

const close = (ring) => {
  const points = tidy(ring);
  return same(points[0], points.at(-1)) ? points : [...points, points[0]];
};
const same = (a, b) => a[0] === b[0] && a[1] === b[1];
const tidy = (points) => points.filter((p, i) => i === 0 || !same(p, points[i - 1]));

const box = [toMetres(BOUNDS.slice(0, 2)), toMetres(BOUNDS.slice(2))];
const inBox = ([x, y]) => x >= box[0][0] && x <= box[1][0] && y >= box[0][1] && y <= box[1][1];
const keepInBox = ([x, y]) => [Math.min(box[1][0], Math.max(box[0][0], x)), Math.min(box[1][1], Math.max(box[0][1], y))];

/** The parts of a line inside the map, each running on to its edge. */
function cutToBox(points) {
  const parts = [];
  let part = [];
  points.forEach((p, i) => {
    if (inBox(p)) {
      if (!part.length && i > 0) part.push(keepInBox(points[i - 1]));
      part.push(p);
    } else if (part.length) {
      parts.push([...part, keepInBox(p)]);
      part = [];
    }
  });
  return part.length ? [...parts, part] : parts;
}

/** Built-up ground: near to a street of town or village, not in a park, a wood or the river; and a yard round each farm. */
function builtUp(ground, streets, country, random) {
  const field = new Field(ground.box, 22);
  for (const street of streets)
    for (const p of resample(street.line, 14))
      field.paint(p, (quarterAt(ground.quarters, p) ? 112 : 70) + 26 * noise(p[0] / 120, p[1] / 120, 51));
  const green = [...ground.parks, ...ground.woods, ...ground.waters].map((g) => ({
    ...g,
    reach: Math.max(...g.ring.map((p) => distance(p, g.middle))),
  }));
  field.clearWhere((p) => green.some(({ middle, ring, reach }) => distance(p, middle) < reach && inside(p, ring)));
  const farms = country.farms
    .filter(() => random() < 0.72)
    .map((p, i) => [blob([p[0] + 22, p[1] + 14], random.between(24, 44), random.between(18, 30), random.between(0, 3), 0.25, i + 700)]);
  return [...outlines(field, 0.45, { tolerance: 7, smallest: 9000 }), ...farms];
}

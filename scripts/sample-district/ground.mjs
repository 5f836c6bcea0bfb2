// Everything that is on the ground before the streets: water, woods, parks, main roads, rails. Streets keep off it.

import { noise, toMetres } from './numbers.mjs';
import { blob, distance, inside, Nearby, resample, wander, widen } from './shapes.mjs';
import {
  BOUNDS,
  curve,
  MAIN_ROADS,
  OLD_RAILWAY,
  ORCHARDS,
  PARKS,
  QUARTERS,
  RAILWAY,
  RIVER,
  RIVER_CORNERS,
  riverWidth,
  SIDINGS,
  STREAMS,
  VILLAGES,
  WATERS,
  WOODS,
} from './skeleton.mjs';

const shapeAt = ({ at, size, turn = 0, ...rest }, roughness, seed) => ({
  ...rest,
  middle: toMetres(at),
  ring: blob(toMetres(at), ...size, turn, roughness, seed),
});

export function layGround(venues, random) {
  const river = curve(RIVER, 10);
  const ground = {
    box: [...toMetres(BOUNDS.slice(0, 2)), ...toMetres(BOUNDS.slice(2))],
    river,
    riverRing: widen(river, (t) => riverWidth(t * (RIVER.length - 1))),
    streams: STREAMS.map(({ points, ...names }, i) => ({
      ...names,
      line: names.name === 'Haven Canal' ? curve(points) : wander(resample(curve(points), 40), 38, 210, i + 3),
    })),
    mains: MAIN_ROADS.map(({ points, ...names }) => ({ ...names, line: curve(points, 9) })),
    rail: curve(RAILWAY),
    sidings: SIDINGS.map((points) => curve(points)),
    oldRail: curve(OLD_RAILWAY),
    waters: WATERS.map((water, i) => shapeAt(water, 0.22, i + 20)),
    woods: [...WOODS.map((wood, i) => shapeAt(wood, 0.34, i + 60)), ...orchards(), ...copses(random)],
    parks: [...PARKS.map((park, i) => shapeAt(park, 0.24, i + 120)), ...greensOf(venues)],
    quarters: [
      ...QUARTERS.map((q, i) => ({ ...q, middle: toMetres(q.at), seed: i })),
      ...VILLAGES.map((v, i) => ({
        ...v,
        key: v.welsh ? 'welsh' : 'english',
        village: v.name,
        middle: toMetres(v.at),
        turn: 0,
        gap: 74,
        ratio: 1.7,
        stop: 0.4,
        longest: 330,
        seed: i + 40,
      })),
    ],
  };
  ground.town = { start: RIVER_CORNERS.northBend * 10, end: RIVER_CORNERS.townEast * 10 };
  ground.keepOff = keepOff(ground);
  return ground;
}

/** Cider orchards, in rows nobody counts, round the eastern villages. */
function orchards() {
  return ORCHARDS.map(({ name, at }, i) => ({ name, middle: toMetres(at), ring: blob(toMetres(at), 120, 78, i * 0.7, 0.12, i + 500) }));
}

/** Parks, fields and allotments round the venues that are such. */
function greensOf(venues) {
  return venues
    .filter((venue) => venue.green)
    .map((venue, i) => {
      const small = /allotment|garden|gardd|bowling|orchard|plots/i.test(venue.name),
        big = /park|meadow|mound/i.test(venue.name);
      const size = small ? [52, 36] : big ? [135, 90] : [95, 66];
      return {
        name: venue.name.replace(/ (bandstand|and Pavilion|Pavilion)$/i, ''),
        name_cy: venue.name_cy,
        middle: venue.at,
        ring: blob(venue.at, ...size, (i * 0.83) % 3, 0.2, i + 200),
        venue: true,
      };
    });
}

/** Small unnamed woods scattered over the country. */
function copses(random) {
  const found = [];
  while (found.length < 120) {
    const at = [random.between(-3.178, -2.842), random.between(52.192, 52.348)];
    const middle = toMetres(at),
      size = [random.between(45, 210), random.between(35, 110)];
    const tooNear = [...QUARTERS, ...VILLAGES].some((quarter) => distance(toMetres(quarter.at), middle) < Math.max(...quarter.size) + 420);
    if (!tooNear && noise(middle[0] / 2600, middle[1] / 2600, 9) > -0.25)
      found.push({ middle, ring: blob(middle, ...size, random.between(0, 3), 0.3, found.length + 300) });
  }
  return found;
}

/** A test that says whether a new street may stand at a point. */
function keepOff({ river, streams, rail, waters, woods, parks }) {
  const near = new Nearby(60);
  resample(river, 12).forEach((p) => near.add(p, 58));
  resample(rail, 12).forEach((p) => near.add(p, 24));
  streams.forEach(({ name, line }) => resample(line, 12).forEach((p) => near.add(p, name === 'Haven Canal' ? 30 : 20)));
  const closed = [...waters, ...woods, ...parks].map(({ ring, middle }) => ({
    ring,
    middle,
    reach: Math.max(...ring.map((p) => distance(p, middle))),
  }));
  return (p) =>
    Boolean(near.nearest(p, 58, () => true) && [58, 30, 24, 20].some((far) => near.nearest(p, far, (tag) => tag === far))) ||
    closed.some(({ ring, middle, reach }) => distance(p, middle) < reach && inside(p, ring));
}

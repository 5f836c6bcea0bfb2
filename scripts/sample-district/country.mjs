// Lanes between farms, and the paths people walk.

import { noise, toMetres } from './numbers.mjs';
import { beside, distance, linesCross, Nearby, nearestOnLine, resample, wander } from './shapes.mjs';
import { VILLAGES } from './skeleton.mjs';

export function drawCountry(ground, streets, random) {
  const farms = placeFarms(ground, random),
    roads = ground.mains.map((road) => road.line);
  const joints = [...roads.flatMap((line) => resample(line, 620)).filter((p) => farFromTown(ground, p, 250)), ...streetEnds(streets)];
  const wet = [resample(ground.river, 60), ...ground.streams.filter((s) => s.name === 'Haven Canal').map((s) => resample(s.line, 60))];
  const lanes = [],
    paths = [],
    reached = new Nearby(300);
  for (const [a, b] of neighbourPairs([...farms, ...joints], farms.length)) {
    const line = wander(resample([a, b], 40), 85, 270, lanes.length + paths.length + 1);
    if (distance(a, b) > 1700 || line.some((p) => inWater(ground, p)) || wet.some((river) => linesCross(line, river))) continue;
    const hilly = noise(a[0] / 3000, a[1] / 3000, 21) + (a[0] < -4500 ? 0.35 : 0) > 0.42;
    (hilly && random() < 0.65 ? paths : lanes).push(line);
    reached.add(a, 1);
    reached.add(b, 1);
  }
  return { lanes, paths: [...paths.map((line) => ({ line })), ...walks(ground)], farms: farms.filter((farm) => reached.nearest(farm, 5)) };
}

const inWater = ({ waters }, p) =>
  waters.some(({ middle, ring }) => distance(p, middle) < Math.max(...ring.map((q) => distance(q, middle))));
const farFromTown = ({ quarters }, p, margin) => quarters.every((q) => distance(q.middle, p) > Math.max(...q.size) + margin);

function placeFarms(ground, random) {
  const [west, south, east, north] = ground.box,
    farms = [];
  for (let tries = 0; tries < 5200; tries++) {
    const p = [random.between(west + 60, east - 60), random.between(south + 60, north - 60)];
    const gap = 720 + 260 * noise(p[0] / 4000, p[1] / 4000, 31);
    if (farms.some((other) => distance(other, p) < gap) || !farFromTown(ground, p, 120) || ground.keepOff(p)) continue;
    if (ground.mains.some((road) => nearestOnLine(p, road.line).away < 130)) continue;
    farms.push(p);
  }
  return farms;
}

/** Village and town street ends that could lead on into the country. */
function streetEnds(streets) {
  const middle = toMetres([-3.007, 52.26]),
    villages = VILLAGES.map((v) => toMetres(v.at));
  const ends = streets
    .flatMap((street) => [street.line[0], street.line.at(-1)])
    .filter((p) => {
      const near = villages.filter((v) => distance(v, p) < 700).length;
      return near ? villages.some((v) => distance(v, p) > 190 && distance(v, p) < 700) : distance(middle, p) > 2000;
    });
  return ends.filter((p, i) => ends.slice(0, i).every((q) => distance(p, q) > 210));
}

/** Two places are joined when no third is nearer to both; now and then a longer way is let in. Pairs of two road joints are left out. */
function neighbourPairs(places, farmCount) {
  const pairs = [];
  for (let i = 0; i < farmCount; i++)
    for (let j = i + 1; j < places.length; j++) {
      const far = distance(places[i], places[j]);
      if (far > 1700) continue;
      if (places.every((p, k) => k === i || k === j || Math.max(distance(p, places[i]), distance(p, places[j])) > far * 0.94))
        pairs.push([places[i], places[j]]);
    }
  return pairs;
}

function walks(ground) {
  const canal = ground.streams.find((s) => s.name === 'Haven Canal').line;
  const { start, end } = ground.town;
  const south = ground.river.slice(start + 30, end + 25),
    north = ground.river.slice(start - 60, end);
  const footbridge = [
    [-2.9968, 52.2552],
    [-2.9964, 52.2578],
    [-2.9971, 52.2598],
    [-2.9973, 52.2618],
  ].map(toMetres);
  return [
    { name: 'Haven Way', name_cy: 'Llwybr Haven', line: beside(south, -62) },
    { name: 'Riverside Path', name_cy: 'Llwybr yr Afon', line: beside(north, 64) },
    { name: 'Towpath', name_cy: 'Llwybr halio', line: beside(canal, 16) },
    { name: 'Old Railway Path', name_cy: 'Llwybr yr Hen Reilffordd', line: ground.oldRail },
    { name: 'Weir footbridge', name_cy: 'Pont droed y gored', line: footbridge },
    ...parkPaths(ground),
  ];
}

/** Two paths through each larger park. */
function parkPaths({ parks }) {
  return parks
    .filter(({ ring }) => ring.length > 13)
    .flatMap(({ ring }, i) => {
      const n = ring.length - 1,
        third = Math.floor(n / 3);
      return [
        [0, Math.floor(n / 2)],
        [third, Math.floor((n * 5) / 6)],
      ].map(([a, b], k) => ({ line: wander(resample([ring[a], ring[b]], 20), 16, 70, i * 2 + k + 400) }));
    });
}

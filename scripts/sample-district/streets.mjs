// Streets that grow the way towns do: along and across the main roads, the river and the hill, each stopping where another is near.

import { noise, toMetres } from './numbers.mjs';
import { along, distance, lengthOf, Nearby, nearestOnLine, resample, smooth } from './shapes.mjs';

const STEP = 9;
const HILL_TOP = toMetres([-3.0605, 52.261]);
const MARKET = toMetres([-3.0075, 52.2688]);

export function growStreets(ground, venues, random) {
  const grower = {
    ground,
    random,
    grain: grainOf(ground),
    taken: new Nearby(50),
    streets: [],
    lots: venues.filter((v) => !v.green).map((v) => v.at),
  };
  ground.mains.forEach((road) => occupy(grower, road.line, -1));
  for (const wish of streetsOfVenues(venues, ground.mains)) plantNamed(grower, wish);
  for (const quarter of ground.quarters) fill(grower, quarter);
  return joinUp(grower);
}

/** The direction the ground suggests at each point: an average over nearby roads, river and rails, kept on a coarse grid. */
function grainOf({ mains, river, rail }) {
  const marks = new Map(),
    cell = 150;
  const mark = (line, weight) =>
    resample(line, 45).forEach((p, i, all) => {
      const q = all[i + 1] ?? p,
        from = all[i + 1] ? p : all[i - 1],
        angle = Math.atan2(q[1] - from[1], q[0] - from[0]) * 2;
      const key = `${Math.floor(p[0] / cell)},${Math.floor(p[1] / cell)}`;
      if (!marks.has(key)) marks.set(key, []);
      marks.get(key).push([p, weight * Math.cos(angle), weight * Math.sin(angle)]);
    });
  mains.forEach((road) => mark(road.line, 1));
  mark(river, 1.4);
  mark(rail, 0.7);
  return (p) => {
    let c = 0,
      s = 0;
    const add = (angle, weight) => {
      c += weight * Math.cos(2 * angle);
      s += weight * Math.sin(2 * angle);
    };
    const ci = Math.floor(p[0] / cell),
      cj = Math.floor(p[1] / cell);
    for (let i = ci - 4; i <= ci + 4; i++)
      for (let j = cj - 4; j <= cj + 4; j++)
        for (const [at, mc, ms] of marks.get(`${i},${j}`) ?? []) {
          const weight = 1 / ((at[0] - p[0]) ** 2 + (at[1] - p[1]) ** 2 + 4000);
          c += mc * weight;
          s += ms * weight;
        }
    const fromHill = distance(p, HILL_TOP),
      fromMarket = distance(p, MARKET);
    if (p[0] < -950 && p[0] > -3400)
      add(Math.atan2(p[1] - HILL_TOP[1], p[0] - HILL_TOP[0]) + Math.PI / 2, 0.0011 * Math.min(1, fromHill / 300));
    if (fromMarket < 650) add(Math.atan2(p[1] - MARKET[1], p[0] - MARKET[0]), 0.0014 * (1 - fromMarket / 650));
    return Math.atan2(s, c) / 2 + 0.3 * noise(p[0] / 330, p[1] / 330, 11);
  };
}

const withinQuarter = (quarter, p) => {
  const [dx, dy] = [p[0] - quarter.middle[0], p[1] - quarter.middle[1]],
    [cos, sin] = [Math.cos(quarter.turn), Math.sin(quarter.turn)];
  const u = (dx * cos + dy * sin) / quarter.size[0],
    v = (dy * cos - dx * sin) / quarter.size[1];
  return Math.hypot(u, v) < 1 + 0.28 * noise(p[0] / 190, p[1] / 190, quarter.seed);
};
export const quarterAt = (quarters, p) => quarters.find((quarter) => withinQuarter(quarter, p));

/** Tags are the street's number (-1 for main roads) and its direction at the point. */
function occupy(grower, line, id) {
  const points = resample(line, STEP);
  points.forEach((p, i) => {
    const a = points[Math.max(0, i - 1)],
      b = points[Math.min(points.length - 1, i + 1)];
    grower.taken.add(p, { id, angle: Math.atan2(b[1] - a[1], b[0] - a[0]) });
  });
}
const parallel = (a, b) => Math.abs(Math.cos(a - b)) > 0.72;

function trace(grower, start, across, quarter, cap) {
  const gap = across ? quarter.gap * quarter.ratio : quarter.gap,
    turn = across ? Math.PI / 2 : 0;
  if (blocked(grower, start, grower.grain(start) + turn, gap * 0.92)) return null;
  const forward = run(1),
    back = run(-1);
  return [...back.reverse(), start, ...forward];

  function run(sign) {
    const points = [];
    let p = start,
      heading = grower.grain(p) + turn + (sign < 0 ? Math.PI : 0),
      crossed = false;
    for (let gone = 0; gone < cap / 2; gone += STEP) {
      let next = grower.grain(p) + turn;
      if (Math.cos(next - heading) < 0) next += Math.PI;
      heading = next;
      const q = [p[0] + Math.cos(heading) * STEP, p[1] + Math.sin(heading) * STEP];
      if (grower.ground.keepOff(q) || nearLot(grower, q) || !withinQuarter(quarter, q) || blocked(grower, q, heading, gap * 0.55)) break;
      points.push(q);
      const meets = grower.taken.nearest(q, STEP * 0.8, (tag) => !parallel(tag.angle, heading));
      if (meets && !crossed && (meets.tag.id === -1 ? grower.random() < 0.6 : grower.random() < quarter.stop)) {
        points[points.length - 1] = meets.point;
        break;
      }
      crossed = Boolean(meets);
      p = q;
    }
    return points;
  }
}
const blocked = (grower, p, heading, gap) => grower.taken.nearest(p, gap, (tag) => parallel(tag.angle, heading));
/** Streets pass beside a building, never through it. */
const nearLot = (grower, p) => grower.lots.some((lot) => Math.abs(lot[0] - p[0]) < 13 && Math.abs(lot[1] - p[1]) < 13);

function fill(grower, quarter) {
  const reach = Math.max(...quarter.size) * 1.25,
    tries = Math.round((quarter.size[0] * quarter.size[1]) / 260);
  for (const across of [false, true])
    for (let i = 0; i < tries; i++) {
      const p = [quarter.middle[0] + grower.random.between(-reach, reach), quarter.middle[1] + grower.random.between(-reach, reach)];
      if (!withinQuarter(quarter, p) || grower.ground.keepOff(p)) continue;
      const cap = quarter.longest * grower.random.between(0.5, 1.15),
        line = trace(grower, p, across, quarter, cap);
      if (line && lengthOf(line) > (across ? quarter.gap * 0.95 : 95)) keep(grower, line, { pool: quarter.key, village: quarter.village });
    }
}

function keep(grower, line, about) {
  occupy(grower, line, grower.streets.length);
  grower.streets.push({ ...about, line });
}

/** Venues that share a street and stand near each other; main roads that pass already carry their name. */
function streetsOfVenues(venues, mains) {
  const wishes = [];
  for (const venue of venues.filter((v) => v.street)) {
    if (mains.some((road) => road.name === venue.street && nearestOnLine(venue.at, road.line).away < 260)) continue;
    const same = wishes.find(
      (wish) => wish.name === venue.street && wish.area === venue.area && wish.venues.some((other) => distance(other.at, venue.at) < 620),
    );
    same ? same.venues.push(venue) : wishes.push({ name: venue.street, area: venue.area, venues: [venue] });
  }
  return wishes;
}

/** Draws a named street past its venues, first along their own line and then on along the grain. */
function plantNamed(grower, { name, area, venues }) {
  const quarter = quarterAt(grower.ground.quarters, venues[0].at);
  const about = { name, pool: quarter?.key ?? area, village: quarter?.village };
  const points = inOrder(venues.map(({ at }) => at)).map((p, i, all) => besideVenue(grower, p, all[i + 1] ?? all[i - 1]));
  const spine = points.length > 1 ? smooth(points, 8) : points;
  const grain = grower.grain(spine[0]),
    single = spine.length === 1;
  const head = reach(grower, spine[0], single ? grain + Math.PI : headingFrom(spine[1], spine[0]), 150);
  const tail = reach(grower, spine.at(-1), single ? grain : headingFrom(spine.at(-2), spine.at(-1)), 150);
  const line = [...head.reverse(), ...spine, ...tail];
  keep(grower, line.length > 1 ? line : [...line, grower.taken.nearest(line[0], 900).point], about);
}

function inOrder(points) {
  const far = points.reduce((best, p) => points.reduce((b, q) => (distance(p, q) > b.away ? { away: distance(p, q), from: p } : b), best), {
    away: -1,
    from: points[0],
  });
  return [...points]
    .sort((a, b) => distance(a, far.from) - distance(b, far.from))
    .filter((p, i, all) => i === 0 || distance(p, all[i - 1]) > 45);
}

function besideVenue(grower, p, other) {
  const angle = (other ? Math.atan2(other[1] - p[1], other[0] - p[0]) : grower.grain(p)) + Math.PI / 2,
    side = Math.cos(angle) + Math.sin(angle) > 0 ? 1 : -1;
  return [p[0] + Math.cos(angle) * 19 * side, p[1] + Math.sin(angle) * 19 * side];
}

const headingFrom = (a, b) => Math.atan2(b[1] - a[1], b[0] - a[0]);

/** Runs on from a street's end until it meets another street, or far enough. */
function reach(grower, from, firstHeading, far) {
  const points = [];
  let heading = firstHeading;
  for (let p = from, gone = 0; gone < far; gone += STEP) {
    let grain = grower.grain(p);
    if (Math.cos(grain - heading) < 0) grain += Math.PI;
    heading += 0.35 * Math.atan2(Math.sin(grain - heading), Math.cos(grain - heading));
    p = [p[0] + Math.cos(heading) * STEP, p[1] + Math.sin(heading) * STEP];
    if (grower.ground.keepOff(p)) break;
    points.push(p);
    const meets = grower.taken.nearest(p, STEP * 0.8);
    if (meets && gone > 30) {
      points[points.length - 1] = meets.point;
      break;
    }
  }
  return points;
}

/** Snaps loose ends on to their neighbours, then links what is still cut off to the nearest road. */
function joinUp(grower) {
  const streets = grower.streets.map((street, id) => ({ ...street, id, line: snapEnds(grower, street.line, id, 82) }));
  const linked = new Nearby(50),
    waiting = new Set(streets);
  grower.ground.mains.forEach((road) => resample(road.line, STEP).forEach((p) => linked.add(p, -1)));
  const admit = (street) => {
    waiting.delete(street);
    resample(street.line, STEP).forEach((p) => linked.add(p, street.id));
  };
  for (let progress = true; progress; ) {
    progress = false;
    for (const street of waiting)
      if (resample(street.line, STEP).some((p) => linked.nearest(p, STEP))) {
        admit(street);
        progress = true;
      }
    if (progress) continue;
    const closest = [...waiting].map((street) => linkTo(linked, street, grower.ground.keepOff)).sort((a, b) => a.away - b.away)[0];
    if (closest && closest.away < 420) {
      closest.street.line = closest.line;
      admit(closest.street);
      progress = true;
    }
  }
  return streets.filter((street) => !waiting.has(street) || street.name);
}

function linkTo(linked, street, keepOff) {
  const ends = [street.line[0], street.line.at(-1)].map((end) => ({ end, hit: linked.nearest(end, 420) }));
  const [best] = ends.filter(({ hit }) => hit).sort((a, b) => a.hit.away - b.hit.away);
  if (!best) return { street, away: Infinity };
  const wet = [0.3, 0.5, 0.7].some((t) => keepOff(along(best.end, best.hit.point, t)));
  const line = best.end === street.line[0] ? [best.hit.point, ...street.line] : [...street.line, best.hit.point];
  return { street, away: best.hit.away + (wet ? 200 : 0), line };
}

function snapEnds(grower, line, id, far) {
  const snap = (end, before) => {
    const hit = grower.taken.nearest(end, far, (tag) => tag.id !== id);
    if (!hit || hit.away < 0.5) return [];
    const turns = Math.cos(headingFrom(before, end) - headingFrom(end, hit.point));
    return turns > 0.1 && !grower.ground.keepOff(hit.point) ? [hit.point] : [];
  };
  return [...snap(line[0], line[1]).reverse(), ...line, ...snap(line.at(-1), line.at(-2))];
}

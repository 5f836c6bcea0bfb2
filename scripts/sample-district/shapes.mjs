// Lines and outlines in metres: smoothing, thinning, measuring, blobs and contours.
import { noise } from './numbers.mjs';

export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const along = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
export const lengthOf = (line) => line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0);

/** A smooth curve through every point (Catmull-Rom). */
export function smooth(points, steps = 10) {
  const at = (i) => points[Math.max(0, Math.min(points.length - 1, i))];
  const curve = [points[0]];
  for (let i = 0; i < points.length - 1; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let s = 1; s <= steps; s++) {
      const t = s / steps;
      curve.push(
        [0, 1].map(
          (k) =>
            0.5 *
            (2 * p1[k] +
              (p2[k] - p0[k]) * t +
              (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t +
              (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3),
        ),
      );
    }
  }
  return curve;
}

/** Bends a line sideways by noise; its ends stay where they are. */
export function wander(line, amount, wavelength, seed) {
  const total = lengthOf(line);
  let run = 0;
  return line.map((point, i) => {
    if (i > 0) run += distance(line[i - 1], point);
    const a = line[Math.max(0, i - 1)],
      b = line[Math.min(line.length - 1, i + 1)];
    const long = distance(a, b) || 1;
    const fade = Math.min(1, Math.min(run, total - run) / wavelength);
    const by = amount * fade * noise(run / wavelength + seed * 17.3, seed, 7);
    return [point[0] - ((b[1] - a[1]) / long) * by, point[1] + ((b[0] - a[0]) / long) * by];
  });
}

/** Points at an even distance along a line. */
export function resample(line, step) {
  const points = [line[0]];
  let left = step;
  for (let i = 1; i < line.length; i++) {
    let from = line[i - 1],
      span = distance(from, line[i]);
    while (span >= left) {
      from = along(from, line[i], left / span);
      points.push(from);
      span = distance(from, line[i]);
      left = step;
    }
    left -= span;
  }
  if (distance(points.at(-1), line.at(-1)) > 0.5) points.push(line.at(-1));
  return points;
}

/** Keeps only the points that matter (Douglas-Peucker). */
export function thin(line, tolerance) {
  if (line.length < 3) return line;
  let worst = 0,
    index = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const off = distanceToSegment(line[i], line[0], line.at(-1));
    if (off > worst) [worst, index] = [off, i];
  }
  if (worst <= tolerance) return [line[0], line.at(-1)];
  return [...thin(line.slice(0, index + 1), tolerance).slice(0, -1), ...thin(line.slice(index), tolerance)];
}

export function thinRing(ring, tolerance) {
  const half = Math.floor(ring.length / 2);
  return [...thin(ring.slice(0, half + 1), tolerance).slice(0, -1), ...thin(ring.slice(half), tolerance)];
}

export function nearestOnSegment(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  return [a[0] + dx * t, a[1] + dy * t];
}
export const distanceToSegment = (p, a, b) => distance(p, nearestOnSegment(p, a, b));

export function nearestOnLine(p, line) {
  let best = { point: line[0], away: Infinity, index: 0 };
  for (let i = 1; i < line.length; i++) {
    const point = nearestOnSegment(p, line[i - 1], line[i]);
    const away = distance(p, point);
    if (away < best.away) best = { point, away, index: i };
  }
  return best;
}

export function inside([x, y], ring) {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i],
      [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}

export function segmentsCross(a, b, c, d) {
  const side = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
export function linesCross(one, other) {
  for (let i = 1; i < one.length; i++)
    for (let j = 1; j < other.length; j++) {
      if (segmentsCross(one[i - 1], one[i], other[j - 1], other[j])) return true;
    }
  return false;
}

/** A line moved sideways; `by` may depend on how far along (0 to 1) we are. */
export function beside(line, by) {
  return line.map((point, i) => {
    const a = line[Math.max(0, i - 1)],
      b = line[Math.min(line.length - 1, i + 1)];
    const long = distance(a, b) || 1;
    const far = typeof by === 'function' ? by(i / (line.length - 1)) : by;
    return [point[0] - ((b[1] - a[1]) / long) * far, point[1] + ((b[0] - a[0]) / long) * far];
  });
}

/** A line with a width becomes a closed outline. */
export function widen(line, widthAt) {
  const left = beside(line, (t) => widthAt(t) / 2),
    right = beside(line, (t) => -widthAt(t) / 2).reverse();
  return [...left, ...right, left[0]];
}

/** A round outline with a hand-drawn edge. */
export function blob([cx, cy], rx, ry, turn, roughness, seed) {
  const count = Math.max(9, Math.min(60, Math.round((rx + ry) / 14)));
  const ring = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2;
    const r =
      1 +
      roughness *
        (noise(Math.cos(angle) * 1.4 + seed, Math.sin(angle) * 1.4, seed) +
          0.45 * noise(Math.cos(angle) * 4 + seed, Math.sin(angle) * 4, seed + 5));
    const [x, y] = [Math.cos(angle) * rx * r, Math.sin(angle) * ry * r];
    return [cx + x * Math.cos(turn) - y * Math.sin(turn), cy + x * Math.sin(turn) + y * Math.cos(turn)];
  });
  return [...ring, ring[0]];
}

/** Finds things near a point quickly. */
export class Nearby {
  constructor(cell = 60) {
    this.cell = cell;
    this.cells = new Map();
  }
  key(i, j) {
    return i * 100003 + j;
  }
  add(point, tag) {
    const key = this.key(Math.floor(point[0] / this.cell), Math.floor(point[1] / this.cell));
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push({ point, tag });
  }
  nearest(point, radius, wanted = () => true) {
    const reach = Math.ceil(radius / this.cell),
      i0 = Math.floor(point[0] / this.cell),
      j0 = Math.floor(point[1] / this.cell);
    let best = null,
      away = radius;
    for (let i = i0 - reach; i <= i0 + reach; i++)
      for (let j = j0 - reach; j <= j0 + reach; j++) {
        for (const item of this.cells.get(this.key(i, j)) ?? []) {
          const far = distance(item.point, point);
          if (far < away && wanted(item.tag)) [best, away] = [item, far];
        }
      }
    return best && { ...best, away };
  }
}

// Turns a field of heights into outlines (marching squares), holes included.
import { distance, inside, thinRing } from './shapes.mjs';

/** A grid of numbers over a box of metres, to paint discs on. */
export class Field {
  constructor([west, south, east, north], cell) {
    Object.assign(this, { west, south, cell, columns: Math.ceil((east - west) / cell) + 1, rows: Math.ceil((north - south) / cell) + 1 });
    this.values = new Float32Array(this.columns * this.rows);
  }
  point(i, j) {
    return [this.west + i * this.cell, this.south + j * this.cell];
  }
  value(i, j) {
    return i <= 0 || j <= 0 || i >= this.columns - 1 || j >= this.rows - 1 ? 0 : this.values[j * this.columns + i];
  }
  /** Raises the field to 1 at a point, falling to 0 at the radius. */
  paint(point, radius) {
    const i0 = Math.round((point[0] - this.west) / this.cell),
      j0 = Math.round((point[1] - this.south) / this.cell),
      reach = Math.ceil(radius / this.cell);
    for (let j = Math.max(0, j0 - reach); j <= Math.min(this.rows - 1, j0 + reach); j++) {
      for (let i = Math.max(0, i0 - reach); i <= Math.min(this.columns - 1, i0 + reach); i++) {
        const height = 1 - distance(this.point(i, j), point) / radius,
          at = j * this.columns + i;
        if (height > this.values[at]) this.values[at] = height;
      }
    }
  }
  clearWhere(test) {
    for (let j = 0; j < this.rows; j++)
      for (let i = 0; i < this.columns; i++) {
        const at = j * this.columns + i;
        if (this.values[at] > 0 && test(this.point(i, j))) this.values[at] = 0;
      }
  }
}

/** Polygons (outline first, then holes) where the field is above the level. */
export function outlines(field, level, { tolerance = 6, smallest = 4000 } = {}) {
  const rings = joinSegments(segmentsOf(field, level))
    .map((ring) => thinRing(ring, tolerance))
    .filter((ring) => ring.length > 3);
  const sized = rings.map((ring) => ({ ring, size: signedSize(ring) })).filter(({ size }) => Math.abs(size) > smallest);
  const outers = sized.filter(({ size }) => size > 0).map(({ ring }) => [ring]);
  for (const { ring } of sized.filter(({ size }) => size < 0)) outers.find(([outer]) => inside(ring[0], outer))?.push(ring);
  return outers;
}

const signedSize = (ring) => ring.slice(1).reduce((sum, p, i) => sum + (ring[i][0] * p[1] - p[0] * ring[i][1]) / 2, 0);

// Corner order: 0 south-west, 1 south-east, 2 north-east, 3 north-west. Edges lie between corner n and n+1. Inside is kept on the left.
const CASES = {
  1: [[0, 3]],
  2: [[1, 0]],
  3: [[1, 3]],
  4: [[2, 1]],
  5: [
    [0, 3],
    [2, 1],
  ],
  6: [[2, 0]],
  7: [[2, 3]],
  8: [[3, 2]],
  9: [[0, 2]],
  10: [
    [1, 0],
    [3, 2],
  ],
  11: [[1, 2]],
  12: [[3, 1]],
  13: [[0, 1]],
  14: [[3, 0]],
};

function segmentsOf(field, level) {
  const segments = [];
  for (let j = 0; j < field.rows - 1; j++)
    for (let i = 0; i < field.columns - 1; i++) {
      const corners = [
          [i, j],
          [i + 1, j],
          [i + 1, j + 1],
          [i, j + 1],
        ],
        heights = corners.map((c) => field.value(...c));
      const kind = heights.reduce((bits, h, n) => bits | (h > level ? 1 << n : 0), 0);
      for (const [from, to] of CASES[kind] ?? [])
        segments.push([edgePoint(field, corners, heights, from, level), edgePoint(field, corners, heights, to, level)]);
    }
  return segments;
}

function edgePoint(field, corners, heights, edge, level) {
  let [a, b] = [edge, (edge + 1) % 4];
  if (corners[a][0] > corners[b][0] || corners[a][1] > corners[b][1]) [a, b] = [b, a];
  const t = (level - heights[a]) / (heights[b] - heights[a]),
    p = field.point(...corners[a]),
    q = field.point(...corners[b]);
  return [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
}

function joinSegments(segments) {
  const key = (p) => `${p[0].toFixed(2)},${p[1].toFixed(2)}`;
  const from = new Map();
  for (const segment of segments) {
    if (!from.has(key(segment[0]))) from.set(key(segment[0]), []);
    from.get(key(segment[0])).push(segment);
  }
  const rings = [],
    used = new Set();
  for (const first of segments) {
    if (used.has(first)) continue;
    const ring = [first[0]];
    for (let segment = first; segment && !used.has(segment); ) {
      used.add(segment);
      ring.push(segment[1]);
      segment = from.get(key(segment[1]))?.find((next) => !used.has(next));
    }
    if (key(ring[0]) === key(ring.at(-1))) rings.push(ring);
  }
  return rings;
}

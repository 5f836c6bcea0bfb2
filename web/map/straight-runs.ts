/** Where a name of some width can be written along a line. */
export interface Run {
  x: number;
  y: number;
  /** Radians, never upside down. */
  angle: number;
}

/** A run may bend by this much in all, some 20 degrees, and its letters still stand on the road. */
const mostBend = 0.35;

/** The stretches of a line (x, y, x, y, … in pixels) that are straight for `width` pixels; the name goes in the middle of one. */
export function straightRuns(ring: number[], width: number): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let length = 0;
  let heading = 0;
  for (let i = 2; i + 1 < ring.length; i += 2) {
    const dx = (ring[i] ?? 0) - (ring[i - 2] ?? 0);
    const dy = (ring[i + 1] ?? 0) - (ring[i - 1] ?? 0);
    const turned = Math.atan2(dy, dx);
    if (length > 0 && bendBetween(turned, heading) > mostBend) {
      start = i - 2;
      length = 0;
    }
    if (length === 0) heading = turned;
    length += Math.hypot(dx, dy);
    if (length < width) continue;
    runs.push(middleOf(ring, start, i));
    start = i;
    length = 0;
  }
  return runs;
}

function bendBetween(a: number, b: number): number {
  const bend = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(bend, 2 * Math.PI - bend);
}

function middleOf(ring: number[], from: number, to: number): Run {
  const [x0 = 0, y0 = 0] = ring.slice(from, from + 2);
  const [x1 = 0, y1 = 0] = ring.slice(to, to + 2);
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const upright = Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle;
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, angle: upright };
}

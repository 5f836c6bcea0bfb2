import { edgesOf } from './edges.ts';
import type { Ground } from './ground.ts';

const metresPerDegree = 111_195;
const touchingMetres = 3;

/** Which of these lies along most of a ground's edge; null: it touches none. */
export function besideMost<Neighbour extends { ground: Ground }>(ground: Ground, neighbours: Neighbour[]): Neighbour | null {
  let best: { neighbour: Neighbour; metres: number } | null = null;
  for (const neighbour of neighbours) {
    const metres = metresAlong(ground, neighbour.ground);
    if (metres > (best?.metres ?? 0)) best = { neighbour, metres };
  }
  return best?.neighbour ?? null;
}

function metresAlong(ground: Ground, neighbour: Ground): number {
  const across = Math.cos(((ground[0]?.[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  const theirs = edgesOf(neighbour);
  return edgesOf(ground).reduce((sum, { x1, y1, x2, y2 }) => {
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const touches = theirs.some((edge) => metresFrom(x, y, edge, across) <= touchingMetres);
    return touches ? sum + metresPerDegree * Math.hypot((x2 - x1) * across, y2 - y1) : sum;
  }, 0);
}

function metresFrom(x: number, y: number, edge: { x1: number; y1: number; x2: number; y2: number }, across: number): number {
  const [dx, dy] = [(edge.x2 - edge.x1) * across, edge.y2 - edge.y1];
  const [px, py] = [(x - edge.x1) * across, y - edge.y1];
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return metresPerDegree * Math.hypot(px - along * dx, py - along * dy);
}

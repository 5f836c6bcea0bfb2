import type { AreaFinding } from '../contract/recut.ts';
import { type Ground, inBoth, joined, squareMetres, without } from '../geo/ground.ts';
import { holesBetween } from '../geo/holes-between.ts';
import { mayOverlap } from '../geo/may-overlap.ts';
import { ringMiddle } from '../geo/ring-middle.ts';

/** A coordinator's patch is about 10,000 people; from here on we say so. */
export const manyPeople = 12_000;

/** Below this it is a line drawn twice, and nobody lives on it. */
const leastOverlapMetres = 500;
const leastOpenMetres = 5_000;

interface Named {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
}

interface Keeper {
  id: string;
  name: string;
  role: 'lead' | 'cover';
}

/** Who leads areas with more people than one can know. Where several lead one, its people are shared between them. */
export function findThin(areas: (Named & { population: number | null })[], keepers: Map<string, Keeper[]>): AreaFinding[] {
  const led = new Map<string, { name: string; people: number; areas: Named[] }>();
  for (const area of areas) {
    const leads = (keepers.get(area.id) ?? []).filter(({ role }) => role === 'lead');
    for (const { id, name } of leads) {
      const before = led.get(id) ?? { name, people: 0, areas: [] };
      led.set(id, { name, people: before.people + (area.population ?? 0) / leads.length, areas: [...before.areas, area] });
    }
  }
  return [...led.values()]
    .filter(({ people }) => people >= manyPeople)
    .sort((one, other) => other.people - one.people)
    .map(({ name, people, areas }) => ({ type: 'thin', name, people: Math.round(people), areas }));
}

/** Areas without anybody who leads them. */
export const findUnkept = (areas: Named[], keepers: Map<string, Keeper[]>): AreaFinding[] =>
  areas
    .filter(({ id }) => !keepers.get(id)?.some(({ role }) => role === 'lead'))
    .map(({ id, slug, name, name_cy }) => ({ type: 'nobody', area: { id, slug, name, name_cy } }));

export type GroundFinding = Extract<AreaFinding, { type: 'overlap' | 'open' }>;
export interface GroundFindings {
  findings: GroundFinding[];
  open: Ground;
}

/** Takes a breath between steps: a district of fine lines takes seconds, and others are waiting to be answered meanwhile. */
export async function findOverlapsAndHoles(areas: (Named & { ground: Ground })[], leftOpen: Ground[]): Promise<GroundFindings> {
  const overlaps: GroundFinding[] = [];
  const grounds = areas.map(({ ground }) => ground);
  let isTidy = true;
  for (const [at, one] of areas.entries()) {
    await breath();
    for (const other of areas.slice(at + 1)) {
      if (!mayOverlap(one.ground, other.ground)) continue;
      isTidy = false;
      overlaps.push(...overlapOf(one, other));
    }
  }
  const holes = isTidy ? holesBetween(grounds) : await holesInJoined(grounds);
  const still = await stillOpen(leftOpen, grounds);
  const open =
    [...holes, ...still].length > 0 ? joined([holes, still]).filter((polygon) => squareMetres([polygon]) >= leastOpenMetres) : [];
  return { findings: [...overlaps, ...open.flatMap(tellOpen)], open };
}

async function holesInJoined(grounds: Ground[]): Promise<Ground> {
  const all = await joinedInPairs(grounds);
  return all.flatMap(([, ...inner]) => inner.map((ring) => [ring]));
}

/** What was once given up, but for what somebody has taken since. */
async function stillOpen(leftOpen: Ground[], grounds: Ground[]): Promise<Ground> {
  const open: Ground = [];
  for (const ground of leftOpen) {
    await breath();
    open.push(
      ...without(
        ground,
        grounds.filter((each) => mayOverlap(ground, each)),
      ),
    );
  }
  return open;
}

/** So that most of the work is on small grounds. */
async function joinedInPairs(grounds: Ground[]): Promise<Ground> {
  if (grounds.length <= 1) return grounds[0] ?? [];
  const half = grounds.length >> 1;
  const one = await joinedInPairs(grounds.slice(0, half));
  const other = await joinedInPairs(grounds.slice(half));
  await breath();
  return joined([one, other]);
}

function overlapOf(one: Named & { ground: Ground }, other: Named & { ground: Ground }): GroundFinding[] {
  const size = squareMetres(inBoth(one.ground, other.ground));
  if (size < leastOverlapMetres) return [];
  const smaller = Math.min(squareMetres(one.ground), squareMetres(other.ground));
  return [{ type: 'overlap', areas: [nameOf(one), nameOf(other)], squareMetres: size, percent: (100 * size) / smaller }];
}

function tellOpen(polygon: Ground[number]): GroundFinding[] {
  const middle = ringMiddle(polygon[0] ?? []);
  return middle ? [{ type: 'open', squareMetres: squareMetres([polygon]), middle }] : [];
}

const nameOf = ({ id, slug, name, name_cy }: Named) => ({ id, slug, name, name_cy });
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

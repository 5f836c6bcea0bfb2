import type { EditFault, LostGround } from '../contract/recut.ts';
import { besideMost } from '../geo/beside.ts';
import { cutGround, type Line } from '../geo/cut-ground.ts';
import { type Ground, inBoth, joined, squareMetres, without } from '../geo/ground.ts';
import { mayOverlap } from '../geo/may-overlap.ts';

/** An area as it stands when something is to be changed. */
export interface StandingArea {
  id: string;
  versionId: string;
  name: string;
  name_cy: string | null;
  ground: Ground;
  population: number | null;
  population_source: string | null;
  population_guessed: boolean;
}

/** Ground that changes hands; null: nobody's. */
export interface Transfer {
  from: string | null;
  to: string | null;
  ground: Ground;
}

export interface Newcomer {
  id: string;
  name: string;
  name_cy: string | null;
  inheritsFrom: string | null;
}

/** What an edit comes to, before populations are worked out. */
export interface Wish {
  transfers: Transfer[];
  /** Exactly as drawn; else it is what stood, less what goes, with what comes. */
  drawn: { id: string; ground: Ground } | null;
  newcomer: Newcomer | null;
  ends: string | null;
}

export type Refused = Pick<EditFault, 'field' | 'fault'>;

/** Gained ground comes from whoever has it; what is given up goes where it is wished. */
export function reshape(areas: StandingArea[], area: StandingArea, { ground, lost }: { ground: Ground; lost: LostGround }): Wish | Refused {
  const drawn = ontoKnownCorners(ground, areas);
  const others = areas.filter(({ id }) => id !== area.id);
  const transfers = [
    ...taken(without(drawn, [area.ground]), others, area.id),
    ...givenUp(without(area.ground, [drawn]), others, { from: area.id, lost }),
  ];
  if (transfers.length === 0) return { field: 'shape', fault: 'same' };
  return { transfers, drawn: { id: area.id, ground: drawn }, newcomer: null, ends: null };
}

/** Whoever looks after the whole looks after both parts at first. */
export function split(
  area: StandingArea,
  { line, newcomer, newPart }: { line: Line; newcomer: Omit<Newcomer, 'inheritsFrom'>; newPart: 'smaller' | 'larger' },
): Wish | Refused {
  const parts = cutGround(area.ground, line);
  if (!parts) return { field: 'line', fault: 'cuts-nothing' };
  return {
    transfers: [{ from: area.id, to: newcomer.id, ground: parts[newPart === 'smaller' ? 1 : 0] }],
    drawn: null,
    newcomer: { ...newcomer, inheritsFrom: area.id },
    ends: null,
  };
}

/** The area ends, and its ground goes to others or is left open. */
export function give(areas: StandingArea[], area: StandingArea, lost: LostGround): Wish {
  const others = areas.filter(({ id }) => id !== area.id);
  return { transfers: givenUp(area.ground, others, { from: area.id, lost }), drawn: null, newcomer: null, ends: area.id };
}

export function add(areas: StandingArea[], { ground, newcomer }: { ground: Ground; newcomer: Omit<Newcomer, 'inheritsFrom'> }): Wish {
  const drawn = ontoKnownCorners(ground, areas);
  return {
    transfers: taken(drawn, areas, newcomer.id),
    drawn: { id: newcomer.id, ground: drawn },
    newcomer: { ...newcomer, inheritsFrom: null },
    ends: null,
  };
}

function taken(gained: Ground, others: StandingArea[], to: string): Transfer[] {
  if (gained.length === 0) return [];
  const owners = others.filter((other) => mayOverlap(gained, other.ground));
  const fromOwners = owners.map((owner) => ({ from: owner.id, to, ground: inBoth(gained, owner.ground) }));
  const fromNobody = without(
    gained,
    owners.map(({ ground }) => ground),
  );
  return [...fromOwners, { from: null, to, ground: fromNobody }].filter(({ ground }) => ground.length > 0);
}

/** Each piece by itself, where it goes to whoever it lies beside. Ground that somebody else has as well is theirs already. */
function givenUp(ground: Ground, others: StandingArea[], { from, lost }: { from: string; lost: LostGround }): Transfer[] {
  const shared = others.filter((other) => mayOverlap(ground, other.ground));
  const theirs = shared.map((other) => ({ from, to: other.id, ground: inBoth(ground, other.ground) }));
  const free = without(
    ground,
    shared.map((other) => other.ground),
  );
  const heirOf = (piece: Ground) => {
    if (lost === 'nobody') return null;
    return lost === 'beside' ? (besideMost(piece, others)?.id ?? null) : lost;
  };
  const pieces = free.map((polygon) => ({ from, to: heirOf([polygon]), ground: [polygon] }));
  return [...theirs, ...pieces].filter((each) => each.ground.length > 0);
}

/** Corners travel as six decimals. One that was not moved is the old one to the last digit, so that no sliver opens between neighbours. */
function ontoKnownCorners(ground: Ground, areas: StandingArea[]): Ground {
  const key = ([lng = 0, lat = 0]: number[]) => `${lng.toFixed(6)} ${lat.toFixed(6)}`;
  const known = new Map(areas.flatMap((area) => area.ground.flat(2).map((corner) => [key(corner), corner] as const)));
  const drawn = ground.map((polygon) => polygon.map((ring) => ring.map((corner) => known.get(key(corner)) ?? corner)));
  return joined([drawn]);
}

export interface PlannedArea {
  area_id: string;
  is_new: boolean;
  name: string;
  name_cy: string | null;
  version_id: string | null;
  was: { ground: Ground; population: number | null; population_source: string | null; population_guessed: boolean } | null;
  /** Null: it ends. */
  ground: Ground | null;
  population: number | null;
  population_source: string | null;
  population_guessed: boolean;
  inherits_from: string | null;
  heir_id: string | null;
}

/** What becomes of every area that the wish touches, and the ground that nobody has then. */
export function plan(areas: StandingArea[], { transfers, drawn, newcomer, ends }: Wish): { areas: PlannedArea[]; leftOpen: Ground } {
  const touched = new Set(transfers.flatMap(({ from, to }) => [from, to]));
  const standing = areas.filter(({ id }) => touched.has(id) || id === ends);
  const planned = standing.map((area) => planStanding(area, { areas, transfers, drawn, ends }));
  const leftOpen = joined(transfers.filter(({ to }) => to === null).map(({ ground }) => ground));
  return { areas: newcomer ? [...planned, planNew(newcomer, { areas, transfers, drawn })] : planned, leftOpen };
}

interface Setting {
  areas: StandingArea[];
  transfers: Transfer[];
  drawn: Wish['drawn'];
}

function planStanding(area: StandingArea, { areas, transfers, drawn, ends }: Setting & { ends: string | null }): PlannedArea {
  const { id, versionId, name, name_cy, ground, population, population_source, population_guessed } = area;
  const standing = { area_id: id, is_new: false, name, name_cy, version_id: versionId, inherits_from: null };
  const was = { ground, population, population_source, population_guessed };
  const gone = transfers.filter(({ from }) => from === id);
  const come = transfers.filter(({ to }) => to === id);
  if (id === ends) return { ...standing, was, ground: null, ...nobodyKnown, heir_id: mostOf(gone) };
  // What goes to somebody who has it already was counted twice before, and is not given anew.
  const less = without(
    ground,
    gone.map((each) => each.ground),
  );
  return {
    ...standing,
    was,
    ground: drawn?.id === id ? drawn.ground : joined([less, ...come.map((each) => each.ground)]),
    ...guessPeople(area, { areas, gone, come }),
    heir_id: null,
  };
}

function planNew(newcomer: Newcomer, { areas, transfers, drawn }: Setting): PlannedArea {
  const come = transfers.filter(({ to }) => to === newcomer.id);
  return {
    ...{ area_id: newcomer.id, is_new: true, name: newcomer.name, name_cy: newcomer.name_cy, version_id: null, was: null },
    ground: drawn?.id === newcomer.id ? drawn.ground : joined(come.map((each) => each.ground)),
    ...guessPeople(null, { areas, gone: [], come }),
    inherits_from: newcomer.inheritsFrom,
    heir_id: null,
  };
}

const nobodyKnown = { population: null, population_source: null, population_guessed: false };

/** In proportion of ground, which is a guess: people live where the houses are. Where a figure is missing there is none. */
function guessPeople(area: StandingArea | null, { areas, gone, come }: { areas: StandingArea[]; gone: Transfer[]; come: Transfer[] }) {
  if (area && area.population === null) return nobodyKnown;
  const sizes = new Map(areas.map((each) => [each.id, { size: squareMetres(each.ground), people: each.population }]));
  const peopleOn = ({ from, ground }: Transfer) => {
    const whole = from === null ? null : sizes.get(from);
    return whole?.people ? (whole.people * squareMetres(ground)) / whole.size : 0;
  };
  const sum = (transfers: Transfer[]) => transfers.reduce((all, each) => all + peopleOn(each), 0);
  if (!area && sum(come) === 0) return nobodyKnown;
  const sources = [area?.population_source, ...come.map(({ from }) => areas.find(({ id }) => id === from)?.population_source)];
  return {
    population: Math.max(0, Math.round((area?.population ?? 0) - sum(gone) + sum(come))),
    population_source: [...new Set(sources.filter((source) => source))].join('; ') || null,
    population_guessed: true,
  };
}

function mostOf(transfers: Transfer[]): string | null {
  const sizes = new Map<string, number>();
  for (const { to, ground } of transfers) if (to !== null) sizes.set(to, (sizes.get(to) ?? 0) + squareMetres(ground));
  return [...sizes].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

import type { AreaGeometry, Point } from './geo.ts';
import type { NamedArea } from './people.ts';

/** Who looks after an area today. */
export interface AreaKeeper {
  name: string;
  role: 'lead' | 'cover';
  /** YYYY-MM-DD, the last day; null: until something changes. */
  until: string | null;
}

/** An area as those see it who look after its boundary. */
export interface DeskArea extends NamedArea {
  slug: string;
  population: number | null;
  populationSource: string | null;
  /** Worked out by ground from figures of other areas. */
  populationGuessed: boolean;
  /** YYYY-MM-DD, the day from which this boundary holds. */
  since: string;
  assets: number;
  keepers: AreaKeeper[];
  mayDraw: boolean;
}

/** Something about the areas that wants a hand. */
export type AreaFinding =
  | { type: 'thin'; name: string; people: number; areas: NamedArea[] }
  | { type: 'nobody'; area: NamedArea & { slug: string } }
  | { type: 'overlap'; areas: [NamedArea & { slug: string }, NamedArea & { slug: string }]; squareMetres: number; percent: number }
  | { type: 'open'; squareMetres: number; middle: Point };

export const recutKinds = ['reshape', 'split', 'give', 'add', 'back'] as const;
export type RecutKind = (typeof recutKinds)[number];
export const recutStates = ['draft', 'asked', 'planned', 'done', 'stopped'] as const;
export type RecutState = (typeof recutStates)[number];

/** What somebody wishes to become of the areas. Shapes and lines are texts, as typed, drawn or read from a file. */
export type RecutEdit =
  | { kind: 'reshape'; slug: string; shape: string; lost: LostGround }
  | { kind: 'split'; slug: string; line: string; name: string; nameCy: string; newPart: 'smaller' | 'larger' }
  | { kind: 'give'; slug: string; lost: LostGround }
  | { kind: 'add'; shape: string; name: string; nameCy: string };

/** Who has ground that an area gives up: whoever it lies beside, nobody, or the area of this id. */
export type LostGround = 'beside' | 'nobody' | (string & {});

/** Why a shape, a line or a name cannot be taken. */
export interface EditFault {
  field: 'shape' | 'line' | 'name' | 'lost';
  fault:
    | 'missing'
    | 'unreadable'
    | 'no-polygon'
    | 'corners-few'
    | 'corners-many'
    | 'not-degrees'
    | 'crosses'
    | 'too-small'
    | 'too-large'
    | 'same'
    | 'cuts-nothing'
    | 'name-taken'
    | 'not-there';
  values: Record<string, string | number>;
}

/** One area of a recut. */
export interface RecutArea extends NamedArea {
  isNew: boolean;
  /** It is no area any more. */
  ends: boolean;
  before: { population: number | null; squareMetres: number } | null;
  after: { population: number | null; populationSource: string | null; populationGuessed: boolean; squareMetres: number } | null;
  keepers: AreaKeeper[];
}

/** So many things that go from one area to another; null: no area. */
export interface RecutMoves {
  from: NamedArea | null;
  to: NamedArea | null;
  count: number;
  /** The first by name. */
  names: { name: string; name_cy: string | null; slug: string }[];
}

/** A change of boundaries, before, on and after its day. */
export interface Recut {
  id: string;
  kind: RecutKind;
  state: RecutState;
  /** YYYY-MM-DD; null: not chosen yet. */
  startsOn: string | null;
  madeBy: string;
  areas: RecutArea[];
  /** As things stand now; empty once it is done. */
  moves: RecutMoves[];
  openSquareMetres: number;
  /** What the viewer may do with it. */
  mayDecide: boolean;
  /** It stands in the way, decided already for these areas. */
  waitsFor: { id: string; startsOn: string } | null;
  /** Boundaries have changed since it was drawn. */
  isStale: boolean;
}

/** A recut in a list. */
export interface RecutInList {
  id: string;
  kind: RecutKind;
  state: RecutState;
  startsOn: string | null;
  madeBy: string;
  areas: NamedArea[];
}

/** For the map: what stands, and what would. */
export interface Outline {
  name: string;
  name_cy: string | null;
  geometry: AreaGeometry;
  how: 'stands' | 'mine' | 'becomes' | 'open';
}

/** From a day on, an area's boundary and people. */
export interface AreaVersion {
  startsOn: string;
  endsOn: string | null;
  population: number | null;
  populationSource: string | null;
  squareMetres: number;
}

/** What the editor of a boundary begins with. */
export interface DrawnArea extends DeskArea {
  geometry: AreaGeometry;
  /** Its neighbours and all others. */
  others: (NamedArea & { slug: string })[];
  versions: AreaVersion[];
}

/** What the page of areas shows. */
export interface DeskAreas {
  areas: DeskArea[];
  findings: AreaFinding[];
  recuts: RecutInList[];
}

/** What somebody decides of a change that was drawn. */
export interface RecutDecision {
  id: string;
  /** YYYY-MM-DD, today or later. */
  from: string;
  /** Where somebody knows better than the guess. */
  people: { areaId: string; population: number; source: string }[];
}

/** What became of a decision; `stale`, `waits`, `over`: nothing, as boundaries changed, are to change by another, or it was decided before. */
export type RecutDecided = 'planned' | 'asked' | 'stale' | 'waits' | 'over';

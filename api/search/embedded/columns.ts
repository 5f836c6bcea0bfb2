import type { AssetDocument } from '../asset-index.ts';

/** Numbers of all listings side by side, so that a pass over a hundred thousand of them stays in the processor's caches. */
export interface Columns {
  tier: Uint8Array;
  standing: Uint8Array;
  /** 1 for what is of an institution. */
  institution: Uint8Array;
  /** 1 for what may be there at any time: no date tells. */
  anyTime: Uint8Array;
  /** Minutes since 1970 of the soonest date; the highest number when there is none. */
  soonest: Uint32Array;
  /** Not a number when it has no place for the public. */
  lat: Float64Array;
  lng: Float64Array;
  /** Which pattern of moments it happens by. */
  pattern: Uint32Array;
  /** A listing's facet values stand in `codes` from its `firstCode` to the next one's. */
  firstCode: Uint32Array;
  codes: Uint16Array;
  /** The same for coming dates with their parts. */
  firstHappening: Uint32Array;
  happenings: Uint16Array;
}

export function createColumns(): Columns {
  return {
    tier: new Uint8Array(1),
    standing: new Uint8Array(1),
    institution: new Uint8Array(1),
    anyTime: new Uint8Array(1),
    soonest: new Uint32Array(1),
    lat: new Float64Array(1),
    lng: new Float64Array(1),
    pattern: new Uint32Array(1),
    firstCode: new Uint32Array(1),
    codes: new Uint16Array(1),
    firstHappening: new Uint32Array(1),
    happenings: new Uint16Array(1),
  };
}

/** The same numbers in an array that has room for `length` of them. */
export function roomFor<List extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  list: List,
  length: number,
  create: (length: number) => List,
): List {
  if (length <= list.length) return list;
  const larger = create(Math.max(length, Math.ceil(list.length * 1.5)));
  larger.set(list);
  return larger;
}

export const noDate = 2 ** 26 - 1;

interface Numbers {
  codes: number[];
  pattern: number;
  happenings: number[];
}

export function writeColumns(columns: Columns, number: number, document: AssetDocument, { codes, pattern, happenings }: Numbers): void {
  const { tier, standing, kind, next_at, point } = document;
  const bytes = (length: number) => new Uint8Array(length);
  const shorts = (length: number) => new Uint16Array(length);
  const longs = (length: number) => new Uint32Array(length);
  const reals = (length: number) => new Float64Array(length);
  const length = number + 1;
  columns.tier = roomFor(columns.tier, length, bytes);
  columns.standing = roomFor(columns.standing, length, bytes);
  columns.institution = roomFor(columns.institution, length, bytes);
  columns.anyTime = roomFor(columns.anyTime, length, bytes);
  columns.soonest = roomFor(columns.soonest, length, longs);
  columns.lat = roomFor(columns.lat, length, reals);
  columns.lng = roomFor(columns.lng, length, reals);
  columns.pattern = roomFor(columns.pattern, length, longs);
  columns.tier[number] = tier;
  columns.standing[number] = standing;
  columns.institution[number] = kind === 'institution' ? 1 : 0;
  columns.anyTime[number] = document.no_fixed_times ? 1 : 0;
  columns.soonest[number] = next_at === null ? noDate : Math.floor(next_at / 60);
  columns.lat[number] = point?.lat ?? Number.NaN;
  columns.lng[number] = point?.lng ?? Number.NaN;
  columns.pattern[number] = pattern;

  columns.firstCode = roomFor(columns.firstCode, length + 1, longs);
  columns.firstHappening = roomFor(columns.firstHappening, length + 1, longs);
  const [code, happening] = [columns.firstCode[number] ?? 0, columns.firstHappening[number] ?? 0];
  columns.codes = roomFor(columns.codes, code + codes.length, shorts);
  columns.happenings = roomFor(columns.happenings, happening + happenings.length, shorts);
  columns.codes.set(codes, code);
  columns.happenings.set(happenings, happening);
  columns.firstCode[length] = code + codes.length;
  columns.firstHappening[length] = happening + happenings.length;
}

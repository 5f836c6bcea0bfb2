import { type DayPart, dayParts, type Weekday, weekdays } from '../../contract/vocabulary.ts';
import type { AssetFilters } from '../asset-index.ts';
import { metresBetween } from '../nearness.ts';
import type { ListingTable, ValueFacet } from './listing-table.ts';
import { happeningOf, momentBit, momentOf } from './moments.ts';

/** Groups of choices, as bits: a listing may fail one and still count for that one's facet. */
const valueGroups: readonly ValueFacet[] = ['kind', 'topic', 'area', 'cost', 'access', 'language'];
export const groupBit = (facet: ValueFacet) => 1 << valueGroups.indexOf(facet);
/** Day, part of the day and date together. */
export const whenBit = 1 << valueGroups.length;

/** Each takes a listing's number. */
export interface Choices {
  /** Whether the place is right, which no facet counts past. */
  isThere(number: number): boolean;
  /** Bits of the groups that a listing fails; 0: it passes all. */
  failed(number: number): number;
  /** When it happens within the dates chosen, by moments of the week. */
  moments(number: number): number;
  /** Whether dates are chosen, and moments more than a listing's pattern. */
  dated: boolean;
  /** Which moments count for a day, and for a part of it, the other kind of choice kept. */
  days: readonly number[];
  parts: readonly number[];
}

export function readChoices(table: ListingTable, filters: AssetFilters): Choices {
  const { columns } = table;
  const chosen = chosenValues(filters);
  const groups = chosen.reduce((bits, { facet }) => bits | groupBit(facet), 0);
  const groupOf = new Uint8Array(table.values.length);
  for (const value of chosen) {
    const code = table.codeOf(value);
    if (code !== undefined) groupOf[code] = groupBit(value.facet);
  }
  const timed = filters.days.length > 0 || filters.times.length > 0 || filters.dates !== null;
  const wanted = momentsOf(filters.days, filters.times);
  const moments = momentReader(table, filters.dates);
  return {
    isThere: placeReader(table, filters),
    moments,
    dated: filters.dates !== null,
    failed(number) {
      let missing = groups;
      if (groups !== 0) {
        const end = columns.firstCode[number + 1] ?? 0;
        for (let at = columns.firstCode[number] ?? 0; at < end; at += 1) missing &= ~(groupOf[columns.codes[at] ?? 0] ?? 0);
      }
      return timed && (moments(number) & wanted) === 0 ? missing | whenBit : missing;
    },
    days: weekdays.map((day) => momentsOf([day], filters.times)),
    parts: dayParts.map((part) => momentsOf(filters.days, [part])),
  };
}

/** A value that no listing has is chosen all the same: it lets nothing through. */
function chosenValues({ kinds, topics, areas, access, languages, free }: AssetFilters) {
  const of = (facet: ValueFacet, values: readonly string[]) => values.map((value) => ({ facet, value }));
  return [
    ...of('kind', kinds),
    ...of('topic', topics),
    ...of('area', areas),
    ...of('cost', free ? ['free'] : []),
    ...of('access', access),
    ...of('language', languages),
  ];
}

/** Moments on any of the days at any of the parts; an empty list means any. */
function momentsOf(days: readonly Weekday[], parts: readonly DayPart[]): number {
  let bits = 0;
  for (const [day, weekday] of weekdays.entries()) {
    for (const [part, name] of dayParts.entries()) {
      if ((days.length === 0 || days.includes(weekday)) && (parts.length === 0 || parts.includes(name))) bits |= momentBit(day, part);
    }
  }
  return bits;
}

function momentReader({ columns, patterns }: ListingTable, dates: AssetFilters['dates']): (number: number) => number {
  if (dates === null) return (number) => patterns[columns.pattern[number] ?? 0] ?? 0;
  const from = happeningOf(dates.from, 0) ?? 0;
  const to = happeningOf(dates.to, dayParts.length - 1) ?? Number.POSITIVE_INFINITY;
  return (number) => {
    let bits = 0;
    const end = columns.firstHappening[number + 1] ?? 0;
    for (let at = columns.firstHappening[number] ?? 0; at < end; at += 1) {
      const happening = columns.happenings[at] ?? 0;
      if (happening >= from && happening <= to) bits |= momentOf(happening);
    }
    return bits;
  };
}

function placeReader({ columns }: ListingTable, { box, near }: AssetFilters): (number: number) => boolean {
  const radius = near?.radiusMetres ?? null;
  if (box === null && radius === null) return () => true;
  return (number) => {
    const [lat, lng] = [columns.lat[number] ?? Number.NaN, columns.lng[number] ?? Number.NaN];
    // Nothing compares with what is no number, so a listing without a place is nowhere.
    if (box && !(lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east)) return false;
    return near === null || radius === null || metresBetween(near.point, { lat, lng }) <= radius;
  };
}

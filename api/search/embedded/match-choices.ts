import { type DayPart, dayParts, type Weekday, weekdays } from '../../contract/vocabulary.ts';
import { walkSteps } from '../../contract/walks.ts';
import type { AssetFilters } from '../asset-index.ts';
import { metresFrom } from './distance.ts';
import type { ListingTable, ValueFacet } from './listing-table.ts';
import { happeningNumber, momentBit, momentOf } from './moments.ts';

/** Groups of choices, as bits: a listing may fail one and still count for that one's facet. */
const valueGroups: readonly ValueFacet[] = ['kind', 'topic', 'area', 'cost', 'just_turn_up', 'bring_someone', 'access', 'language'];
export const groupBit = (facet: ValueFacet) => 1 << valueGroups.indexOf(facet);
/** Day, part of the day and date together. */
export const whenBit = 1 << valueGroups.length;
export const withinBit = whenBit << 1;

/** Each takes a listing's number. */
export interface Choices {
  /** Whether it is in the part of the map that is looked at, and no further than any walk that is counted: no facet counts past these. */
  isThere(number: number): boolean;
  /** From where the reader is; not a number when either place is unknown. */
  metres(number: number): number;
  /** Bits of the groups that a listing fails; 0: it passes all. */
  failed(number: number): number;
  /** Whether it passes for having no fixed times alone: no date of it is known at the time asked for. */
  isUnsure(number: number): boolean;
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
  const groupOf = new Uint16Array(table.values.length);
  for (const value of chosen) {
    const code = table.codeOf(value);
    if (code !== undefined) groupOf[code] = groupBit(value.facet);
  }
  const timed = filters.days.length > 0 || filters.times.length > 0 || filters.dates !== null;
  const wanted = momentsOf(filters.days, filters.times);
  const moments = momentReader(table, filters.dates);
  const metres = metresFrom(columns, filters.near?.point ?? null);
  const isOff = (number: number) => timed && (moments(number) & wanted) === 0;
  const radius = filters.near?.radiusMetres ?? null;
  return {
    isThere: placeReader(table, filters, metres),
    metres,
    moments,
    dated: filters.dates !== null,
    failed(number) {
      let missing = groups;
      if (groups !== 0) {
        const end = columns.firstCode[number + 1] ?? 0;
        for (let at = columns.firstCode[number] ?? 0; at < end; at += 1) missing &= ~(groupOf[columns.codes[at] ?? 0] ?? 0);
      }
      if (isOff(number) && columns.anyTime[number] === 0) missing |= whenBit;
      // Nothing compares with what is no number: a listing without a place is within no walk.
      return radius !== null && !(metres(number) <= radius) ? missing | withinBit : missing;
    },
    isUnsure: isOff,
    days: weekdays.map((day) => momentsOf([day], filters.times)),
    parts: dayParts.map((part) => momentsOf(filters.days, [part])),
  };
}

/** A value that no listing has is chosen all the same: it lets nothing through. */
function chosenValues({ kinds, topics, areas, access, languages, ...yes }: AssetFilters) {
  const of = (facet: ValueFacet, values: readonly string[]) => values.map((value) => ({ facet, value }));
  return [
    ...of('kind', kinds),
    ...of('topic', topics),
    ...of('area', areas),
    ...of('cost', yes.free ? ['free'] : []),
    ...of('just_turn_up', yes.justTurnUp ? ['yes'] : []),
    ...of('bring_someone', yes.bringSomeone ? ['yes'] : []),
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
  const from = happeningNumber(dates.from, 0);
  const to = happeningNumber(dates.to, dayParts.length - 1);
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

/** Never more than a degree of latitude really is. */
const metresADegree = 111_000;

function placeReader({ columns }: ListingTable, { box, near }: AssetFilters, metres: Choices['metres']): Choices['isThere'] {
  const latOf = (number: number) => columns.lat[number] ?? Number.NaN;
  const lngOf = (number: number) => columns.lng[number] ?? Number.NaN;
  const isInBox = (number: number) =>
    box === null || (latOf(number) >= box.south && latOf(number) <= box.north && lngOf(number) >= box.west && lngOf(number) <= box.east);
  if (!near || near.radiusMetres === null) return isInBox;
  const { point } = near;
  const reach = Math.max(near.radiusMetres, ...walkSteps);
  const degrees = reach / metresADegree;
  // Most of a country is too far north or south, which is seen without any sine.
  return (number) => Math.abs(latOf(number) - point.lat) <= degrees && metres(number) <= reach && isInBox(number);
}

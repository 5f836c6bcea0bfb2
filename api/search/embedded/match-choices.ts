import { type DayPart, dayParts, type Weekday, weekdays } from '../../contract/vocabulary.ts';
import { walkSteps } from '../../contract/walks.ts';
import type { AssetFilters } from '../asset-index.ts';
import { furthestStep } from '../nearness.ts';
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
  /** From where the reader is; not a number when either place is unknown, infinite where it does not matter how far. */
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

/** `byDistance`: how far matters however far it is. */
export function readChoices(table: ListingTable, filters: AssetFilters, byDistance = false): Choices {
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
  const radius = filters.near?.radiusMetres ?? null;
  const counted = radius === null ? null : Math.max(radius, ...walkSteps);
  const metres = metresFrom(columns, filters.near?.point ?? null, counted ?? (byDistance ? Number.POSITIVE_INFINITY : furthestStep));
  const isOff = (number: number) => timed && (moments(number) & wanted) === 0;
  const isInBox = boxReader(table, filters);
  return {
    isThere: counted === null ? isInBox : (number) => metres(number) <= counted && isInBox(number),
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

function boxReader({ columns }: ListingTable, { box }: AssetFilters): (number: number) => boolean {
  if (box === null) return () => true;
  return (number) => {
    const [lat, lng] = [columns.lat[number] ?? Number.NaN, columns.lng[number] ?? Number.NaN];
    return lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east;
  };
}

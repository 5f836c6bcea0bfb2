import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import type { AssetFilters, IndexAnswer } from '../asset-index.ts';
import type { FacetNames, FacetValue } from './facet-codes.ts';
import { choiceGroups } from './match-conditions.ts';

type Facets = IndexAnswer['facets'];

/** Counts what `searchStatement` hands back: each group with the other groups' choices and without its own. */
export async function countFacets(counted: Buffer | null, filters: AssetFilters, names: FacetNames): Promise<Facets> {
  if (counted === null) return readable({ codes: new Int32Array(), moments: new Int32Array() }, names);
  const tallied = tally(counted, filters, names);
  if (tallied !== 'new numbers') return readable(tallied, names);
  await names.refresh();
  const again = tally(counted, filters, names);
  if (again === 'new numbers') throw new Error('asset_search holds a facet number that facet_values does not; run `npm run reindex`');
  return readable(again, names);
}

/** `codes`: documents by facet value. `moments`: documents by weekday, then by part of the day. */
interface Tally {
  codes: Int32Array;
  moments: Int32Array;
}

const momentCount = weekdays.length + dayParts.length;
const whenGroup = choiceGroups.indexOf('when') + 1;

function tally(counted: Buffer, filters: AssetFilters, names: FacetNames): Tally | 'new numbers' {
  const size = names.size();
  const [codes, moments] = [new Int32Array(size), new Int32Array(momentCount)];
  const [groupOf, bitsOf] = [new Int8Array(size), new Int16Array(size)];
  for (let code = 0; code < size; code += 1) {
    const value = names.valueOf(code);
    if (!value) continue;
    groupOf[code] = groupNumber(value);
    bitsOf[code] = filters.dates ? 0 : momentBits(value, filters);
  }
  for (let at = 0; at < counted.length; ) {
    const failed = counted.readUInt16BE(at);
    let bits = counted.readUInt16BE(at + 2);
    const end = at + 6 + 2 * counted.readUInt16BE(at + 4);
    for (at += 6; at < end; at += 2) {
      const code = counted.readUInt16BE(at);
      if (code >= size) return 'new numbers';
      if (failed === 0 || failed === groupOf[code]) codes[code] = (codes[code] ?? 0) + 1;
      bits |= bitsOf[code] ?? 0;
    }
    if (bits === 0 || (failed !== 0 && failed !== whenGroup)) continue;
    for (let moment = 0; moment < momentCount; moment += 1) if (bits & (1 << moment)) moments[moment] = (moments[moment] ?? 0) + 1;
  }
  return { codes, moments };
}

/** Days and times count by moments, never by code. */
const groupNumber = ({ facet }: FacetValue) => (facet === 'day' || facet === 'time' ? -1 : choiceGroups.indexOf(facet) + 1);

/** Which days and parts a token stands for: with parts chosen, Tuesday means a Tuesday at one of them; and the other way round. */
function momentBits({ facet, value }: FacetValue, { days, times }: AssetFilters): number {
  if (facet === 'time') return days.length === 0 ? partBit(value) : 0;
  if (facet !== 'day') return 0;
  const [day, part] = value.split(':');
  if (part === undefined) return times.length === 0 ? dayBit(day) : 0;
  return (times.some((time) => time === part) ? dayBit(day) : 0) | (days.some((chosen) => chosen === day) ? partBit(part) : 0);
}

const bitOf = (position: number) => (position === -1 ? 0 : 1 << position);
const dayBit = (day: string | undefined) => bitOf(weekdays.findIndex((weekday) => weekday === day));
function partBit(part: string): number {
  const position = dayParts.findIndex((known) => known === part);
  return position === -1 ? 0 : bitOf(weekdays.length + position);
}

function readable({ codes, moments }: Tally, names: FacetNames): Facets {
  const facets: Facets = { kind: {}, topic: {}, area: {}, day: {}, time: {}, cost: {}, access: {}, language: {} };
  for (const [code, count] of codes.entries()) {
    const known = count > 0 ? names.valueOf(code) : undefined;
    if (known && known.facet !== 'day' && known.facet !== 'time') facets[known.facet][known.value] = count;
  }
  for (const [position, count] of moments.entries()) {
    const moment = [...weekdays, ...dayParts][position];
    if (count > 0 && moment) facets[position < weekdays.length ? 'day' : 'time'][moment] = count;
  }
  return facets;
}

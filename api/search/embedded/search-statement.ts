import { createHash } from 'node:crypto';
import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import type { AssetFilters, IndexQuery } from '../asset-index.ts';
import { nearnessSteps } from '../nearness.ts';
import { timeCondition } from '../time-tokens.ts';
import { choiceConditions, choiceGroups, createValues, distance, placeConditions, type Values, type Wanted, whenCondition, wordCondition, wordScore } from './match-conditions.ts';

export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

export interface SearchRow {
  ids: string[];
  total: number;
  /** For each counted row: the group it fails (0: none), days and times by date (bits), how many codes, the codes; two bytes each. */
  counted: Buffer | null;
}

/** One pass over what matches: the page, the total, and what facets are counted from. */
export function searchStatement(query: Omit<IndexQuery, 'text'>, words: Wanted): Statement {
  const { filters } = query;
  const values = createValues();
  const choices = choiceConditions(filters, values);
  const failures = choices.map(({ condition }) => `case when ${condition} then 0 else 1 end`);
  const failedGroup = choices.map(({ group, condition }) => `case when ${condition} then 0 else ${choiceGroups.indexOf(group) + 1} end`);
  const base = [wordCondition(words, values), ...placeConditions(filters, values), knownDates(filters, values)].filter((part) => part !== null);
  const order = orderOf(query, words, values);
  const limit = values.add(query.limit, 'int');
  const offset = values.add(query.offset, 'int');
  return named(
    `with found as (
       select id, facet_codes, ${choices.length > 0 ? failedGroup.join(' + ') : '0'} as failed, ${dateBits(filters, values)} as bits,
         ${order.map((key, position) => `${key.value} as key_${position}`).join(', ')}
       from asset_search
       ${base.length > 0 ? `where ${base.join(' and ')}` : ''}${choices.length > 0 ? `${base.length > 0 ? ' and' : ' where'} ${failures.join(' + ')} <= 1` : ''}
     )
     select array(select id from found where failed = 0 order by ${order.map((key, position) => `key_${position} ${key.way}`).join(', ')}
         limit ${limit} offset ${offset}) as ids,
       (select count(*) from found where failed = 0)::int as total,
       (select string_agg(int2send(failed::int2) || int2send(bits::int2) || int2send((octet_length(facet_codes) / 2)::int2) || facet_codes, ''::bytea)
        from found) as counted`,
    values,
  );
}

export function pointStatement(query: { filters: AssetFilters; limit: number }, words: Wanted): Statement {
  const values = createValues();
  const conditions = [
    'lat is not null',
    wordCondition(words, values),
    ...placeConditions(query.filters, values),
    ...choiceConditions(query.filters, values).map(({ condition }) => condition),
  ].filter((part) => part !== null);
  return named(`select id, slug, kind, lat, lng from asset_search where ${conditions.join(' and ')} limit ${values.add(query.limit, 'int')}`, values);
}

/** How many documents hold each term, counted no further than `most`. */
export function countStatement(terms: Wanted[], most: number): Statement {
  const values = createValues();
  const counts = terms.map((term) => `(select count(*) from (select from asset_search where ${wordCondition(term, values)} limit ${most}) as held)`);
  return named(`select array[${counts.join(', ')}]::int[] as documents`, values);
}

/** A statement's name is unique to its text, which depends on which filters are set and how many words there are. */
function named(text: string, values: Values): Statement {
  return { name: `search-${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`, text, values: values.list };
}

interface OrderKey {
  value: string;
  way: string;
}

function orderOf({ sort, filters }: Omit<IndexQuery, 'text'>, words: Wanted, values: Values): OrderKey[] {
  const metres = () => (filters.near ? distance(filters.near.point, values) : null);
  const keys: Record<typeof sort, () => OrderKey[]> = {
    relevance: () => [
      ...(words.terms.length > 0 ? [{ value: wordScore(words, values), way: 'desc' }] : []),
      ...nearness(metres()),
      { value: 'quality', way: 'desc' },
      { value: 'next_at', way: 'asc nulls last' },
      { value: 'name_sort', way: 'asc' },
    ],
    distance: () => [{ value: metres() ?? 'null::int', way: 'asc nulls last' }, { value: 'name_sort', way: 'asc' }],
    soonest: () => [{ value: 'next_at', way: 'asc nulls last' }, { value: 'name_sort', way: 'asc' }],
    name: () => [{ value: 'name_sort', way: 'asc' }],
  };
  return [{ value: 'tier', way: 'asc' }, ...keys[sort](), { value: 'id', way: 'asc' }];
}

const nearness = (metres: string | null): OrderKey[] =>
  metres === null
    ? []
    : [{ value: `case when lat is null then ${nearnessSteps.length + 1} else width_bucket(${metres}, array[${nearnessSteps.map((step) => `${step}.001`).join(', ')}]) end`, way: 'asc' }];

/** Rows outside the dates count for nothing, whatever the days and times. */
const knownDates = (filters: AssetFilters, values: Values) =>
  filters.dates === null ? null : whenCondition(timeCondition({ days: [], times: [], dates: filters.dates }), values);

/** With dates chosen, a day or a part of it counts only on those dates: seven bits for days, three for parts. Else the codes tell. */
function dateBits({ dates, days, times }: AssetFilters, values: Values): string {
  if (dates === null) return '0';
  const bit = (condition: string | null, position: number) => `case when ${condition} then ${1 << position} else 0 end`;
  return [
    ...weekdays.map((day, position) => bit(whenCondition(timeCondition({ days: [day], times, dates }), values), position)),
    ...dayParts.map((part, position) => bit(whenCondition(timeCondition({ days, times: [part], dates }), values), weekdays.length + position)),
  ].join(' + ');
}

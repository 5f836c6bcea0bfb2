import type { FacetName } from '../../contract/asset-query.ts';
import type { ListingKind } from '../../contract/vocabulary.ts';
import type { AssetDocument } from '../asset-index.ts';
import { foldWords, wordsOf } from '../fold-text.ts';
import { namesStreet } from '../not-so.ts';
import { withoutStopWords } from '../stop-words.ts';
import { type Columns, createColumns, writeColumns } from './columns.ts';
import { happeningsOf, momentsOf } from './moments.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** Facets counted by value; days and times are counted by moments instead, walks by distance. */
export type ValueFacet = Exclude<FacetName, 'day' | 'time' | 'within'>;

export interface FacetValue {
  facet: ValueFacet;
  value: string;
}

/** What a listing is named by; its numbers stand in columns. */
export interface Listed {
  id: string;
  slug: string;
  kind: ListingKind;
  nameSort: string;
  /** Names between bars, singular, without words that say nothing: "the long bench" is the whole of "long bench". */
  tellingName: string;
  onStreet: boolean;
}

/** All documents in memory, by number. A changed one gets a new number; the old stays as a gap. */
export interface ListingTable {
  readonly words: WordIndex;
  /** Read anew after every change: arrays are replaced as they grow. */
  readonly columns: Columns;
  put(document: AssetDocument): void;
  remove(id: string): void;
  /** Undefined for a gap. */
  at(number: number): Listed | undefined;
  numberOf(id: string): number | undefined;
  /** One more than the highest number. */
  size(): number;
  gaps(): number;
  /** Every facet value that stands in `codes`, by its number. */
  readonly values: readonly FacetValue[];
  codeOf(value: FacetValue): number | undefined;
  /** Every pattern that stands in `pattern`: a bit for each part of each weekday. */
  readonly patterns: readonly number[];
}

export function createListingTable(): ListingTable {
  const words = createWordIndex();
  const columns = createColumns();
  const listings: (Listed | undefined)[] = [];
  const numbers = new Map<string, number>();
  const values = createNumbering<FacetValue>(({ facet, value }) => `${facet} ${value}`);
  const patterns = createNumbering<number>(String);

  function remove(id: string): void {
    const number = numbers.get(id);
    if (number === undefined) return;
    listings[number] = undefined;
    numbers.delete(id);
  }

  return {
    words,
    columns,
    remove,
    put(document) {
      remove(document.id);
      const number = listings.push(listed(document)) - 1;
      numbers.set(document.id, number);
      words.add(number, document);
      writeColumns(columns, number, document, {
        codes: facetsOf(document).map(values.numberFor),
        pattern: patterns.numberFor(momentsOf(document)),
        happenings: happeningsOf(document),
      });
    },
    at: (number) => listings[number],
    numberOf: (id) => numbers.get(id),
    size: () => listings.length,
    gaps: () => listings.length - numbers.size,
    values: values.list,
    codeOf: values.find,
    patterns: patterns.list,
  };
}

/** Small numbers for values, given as they come. */
function createNumbering<Value>(keyOf: (value: Value) => string) {
  const list: Value[] = [];
  const numbers = new Map<string, number>();
  return {
    list,
    find: (value: Value) => numbers.get(keyOf(value)),
    numberFor(value: Value): number {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, list.length);
      return list.push(value) - 1;
    },
  };
}

function listed(document: AssetDocument): Listed {
  const tellingName = `| ${document.name.split('|').map(tellingWords).join(' | ')} |`;
  const { id, slug, kind, name_sort: nameSort } = document;
  return { id, slug, kind, nameSort, tellingName, onStreet: namesStreet(tellingName) };
}

const tellingWords = (name: string) => foldWords(withoutStopWords(wordsOf(name)).join(' '));

function facetsOf(document: AssetDocument): FacetValue[] {
  const of = (facet: ValueFacet, values: readonly string[]) => values.map((value) => ({ facet, value }));
  return [
    ...of('kind', [document.kind]),
    ...of('topic', document.topics),
    ...of('area', document.areas),
    ...of('cost', document.free ? ['free'] : []),
    ...of('just_turn_up', document.just_turn_up ? ['yes'] : []),
    ...of('bring_someone', document.bring_someone ? ['yes'] : []),
    ...of('access', document.access),
    ...of('language', document.languages),
  ];
}

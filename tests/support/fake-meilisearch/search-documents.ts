import type { Allowed, Held } from './filter-conditions.ts';
import { parseFilter } from './filter-grammar.ts';
import { Refusal } from './refusal.ts';
import { type FakeSettings, filterableNames } from './settings.ts';
import { joined, type Match, matchesOf, type Texts, type Wanted, wantedOf, wordsIn } from './word-match.ts';

/** One query of a search among several, as it was sent. */
export interface FakeQuery {
  indexUid: string;
  q?: string;
  offset?: number;
  limit?: number;
  filter?: unknown;
  sort?: string[];
  facets?: string[];
  matchingStrategy?: string;
  attributesToRetrieve?: string[];
  attributesToSearchOn?: string[];
  showRankingScoreDetails?: boolean;
}

const known = new Set([
  ...['indexUid', 'q', 'offset', 'limit', 'filter', 'sort', 'facets', 'matchingStrategy'],
  ...['attributesToRetrieve', 'attributesToSearchOn', 'showRankingScoreDetails'],
]);

/** What the real server would tell of a hit, by the rules that this project sets. */
interface Hit {
  document: Held;
  matches: Match[];
}

/** Answers as the real server does, for the settings and queries of this project; refuses what it would not understand. */
export function searchDocuments(documents: Iterable<Held>, settings: FakeSettings, query: FakeQuery) {
  check(query);
  const filterable = filterableNames(settings);
  const passes = parseFilter(query.filter, filterable);
  const byKeys = comparers(query.sort ?? [], settings);
  const searched = searchedAttributes(query, settings);
  const wanted = wantedOf(query.q ?? '');
  const hits: Hit[] = [];
  for (const document of documents) {
    const matches = passes(document) ? matchAll(wanted, textsOf(document, searched), settings) : null;
    if (matches) hits.push({ document, matches });
  }
  const rank = ranking({ settings, byKeys, wanted, searched });
  const { offset = 0, limit = 20 } = query;
  const most = settings.pagination.maxTotalHits;
  const page = hits.sort(rank).slice(Math.min(offset, most), Math.min(offset + limit, most));
  return {
    indexUid: query.indexUid,
    hits: page.map((hit) => shown(hit, { query, settings, searched, wanted })),
    query: query.q ?? '',
    processingTimeMs: 0,
    limit,
    offset,
    estimatedTotalHits: Math.min(hits.length, most),
    ...(query.facets ? { facetDistribution: distribution(hits, query.facets, { settings, filterable }), facetStats: {} } : {}),
  };
}

function check(query: FakeQuery): void {
  const unknown = Object.keys(query).find((name) => !known.has(name));
  if (unknown !== undefined) throw new Refusal(400, 'bad_request', `Unknown field \`${unknown}\` inside \`.queries[0]\`.`);
  for (const name of ['limit', 'offset'] as const) {
    const value = query[name];
    if (value !== undefined && (!Number.isInteger(value) || value < 0))
      throw new Refusal(400, `invalid_search_${name}`, `Invalid value type at \`.queries[0].${name}\`: expected a positive integer.`);
  }
  if (query.matchingStrategy !== undefined && !['last', 'all', 'frequency'].includes(query.matchingStrategy))
    throw new Refusal(400, 'invalid_search_matching_strategy', `Unknown value \`${query.matchingStrategy}\`.`);
}

function searchedAttributes({ attributesToSearchOn }: FakeQuery, { searchableAttributes }: FakeSettings): string[] {
  const other = attributesToSearchOn?.find((name) => !searchableAttributes.includes(name));
  if (other !== undefined) throw new Refusal(400, 'invalid_search_attributes_to_search_on', `Attribute \`${other}\` is not searchable.`);
  return searchableAttributes.filter((name) => attributesToSearchOn?.includes(name) ?? true);
}

const textsOf = (document: Held, attributes: string[]): Texts =>
  attributes.map((name) => [document[name] ?? []].flat().map((text) => wordsIn(String(text))));

/** The best match of each word, all of which must be held; null where one is not. Two may be held as one. */
function matchAll(wanted: Wanted[], texts: Texts, settings: FakeSettings): Match[] | null {
  const single = wanted.map((each) => matchesOf(each, texts, settings)[0]);
  for (const [at, match] of single.entries()) {
    if (match) continue;
    const together = pairsAt(wanted, at).map(({ from, pair }) => ({ from, match: matchesOf(pair, texts, settings)[0] }));
    const held = together.find((each) => each.match !== undefined);
    if (!held?.match) return null;
    const asOne: Match = { ...held.match, typos: held.match.typos + 1, isExact: false };
    single[held.from] = asOne;
    single[held.from + 1] = asOne;
  }
  return single.every((match) => match !== undefined) ? single : null;
}

function pairsAt(wanted: Wanted[], at: number) {
  return [at - 1, at].flatMap((from) => {
    const [one, other] = [wanted[from], wanted[from + 1]];
    return one && other && !one.isQuoted && !other.isQuoted ? [{ from, pair: joined(one, other) }] : [];
  });
}

type Comparer = (one: Held, other: Held) => number;

function comparers(sort: string[], { sortableAttributes }: FakeSettings): Comparer[] {
  return sort.map((text) => {
    const [, name = '', order = ''] = /^([\w.]+):(asc|desc)$/.exec(text) ?? [];
    if (name === '') throw new Refusal(400, 'invalid_search_sort', `Invalid syntax for the sort parameter: \`${text}\`.`);
    if (!sortableAttributes.includes(name)) throw new Refusal(400, 'invalid_search_sort', `Attribute \`${name}\` is not sortable.`);
    return byValue(name, order);
  });
}

/** What has no value comes last, whichever the order. */
function byValue(name: string, order: string): Comparer {
  return (one, other) => {
    const [a, b] = [one[name], other[name]];
    const [isLast, otherIsLast] = [a === null || a === undefined, b === null || b === undefined];
    if (isLast || otherIsLast) return Number(isLast) - Number(otherIsLast);
    const compared = typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
    return order === 'desc' ? -compared : compared;
  };
}

interface Asked {
  settings: FakeSettings;
  searched: string[];
  wanted: Wanted[];
}

function ranking({ settings, byKeys, wanted, searched }: Asked & { byKeys: Comparer[] }) {
  const rules = settings.rankingRules.flatMap((rule): ((one: Hit, other: Hit) => number)[] => {
    if (rule === 'sort') return byKeys.map((compare) => (one, other) => compare(one.document, other.document));
    if (rule === 'typo') return [(one, other) => slips(one) - slips(other)];
    if (rule === 'attributeRank') return [(one, other) => attributeScore(other, searched) - attributeScore(one, searched)];
    if (rule === 'exactness') return [(one, other) => exactScore(other, searched, wanted) - exactScore(one, searched, wanted)];
    const [name = '', order = ''] = rule.split(':');
    return order === '' ? [] : [(one, other) => byValue(name, order)(one.document, other.document)];
  });
  return (one: Hit, other: Hit) => rules.reduce((found, rule) => found || rule(one, other), 0);
}

const slips = ({ matches }: Hit) => matches.reduce((sum, { typos }) => sum + typos, 0);

function attributeScore({ matches }: Hit, searched: string[]): number {
  if (matches.length === 0) return 1;
  const mean = matches.reduce((sum, { attribute }) => sum + attribute, 0) / matches.length;
  return (searched.length - mean) / searched.length;
}

function exactScore(hit: Hit, searched: string[], wanted: Wanted[]): number {
  const { matchType, matchingWords } = exactness(hit, searched, wanted);
  if (matchType === 'exactMatch') return 1;
  return matchType === 'matchesStart' ? 0.9 : (0.5 * (matchingWords ?? 0)) / Math.max(1, wanted.length);
}

function exactness({ document, matches }: Hit, searched: string[], wanted: Wanted[]) {
  const typed = wanted.flatMap(({ words }) => words).join(' ');
  const fields = textsOf(document, searched)
    .flat()
    .map((words) => words.join(' '));
  if (matches.every(({ isExact }) => isExact)) {
    if (fields.includes(typed)) return { matchType: 'exactMatch' };
    if (fields.some((field) => field.startsWith(`${typed} `))) return { matchType: 'matchesStart' };
  }
  return { matchType: 'noExactMatch', matchingWords: matches.filter(({ isExact }) => isExact).length, maxMatchingWords: wanted.length };
}

function shown(hit: Hit, { query, settings, searched, wanted }: Asked & { query: FakeQuery }): Held {
  const { attributesToRetrieve = ['*'] } = query;
  const isShown = (names: string[], name: string) => names.includes('*') || names.includes(name);
  const visible = Object.entries(hit.document).filter(
    ([name]) => isShown(settings.displayedAttributes, name) && isShown(attributesToRetrieve, name),
  );
  return {
    ...Object.fromEntries(visible),
    ...(query.showRankingScoreDetails ? { _rankingScoreDetails: detailsOf(hit, searched, wanted) } : {}),
  };
}

/** Without words there is nothing to tell of. */
function detailsOf(hit: Hit, searched: string[], wanted: Wanted[]) {
  if (wanted.length === 0) return {};
  return {
    typo: { order: 1, typoCount: slips(hit), maxTypoCount: wanted.length, score: 1 / (1 + slips(hit)) },
    attributeRank: { order: 2, score: attributeScore(hit, searched) },
    exactness: { order: 3, ...exactness(hit, searched, wanted), score: exactScore(hit, searched, wanted) },
  };
}

function distribution(hits: Hit[], facets: string[], { settings, filterable }: { settings: FakeSettings; filterable: Allowed }) {
  const other = facets.find((name) => !filterable.has(name));
  if (other !== undefined) throw new Refusal(400, 'invalid_search_facets', `Pattern \`${other}\` is not filterable.`);
  return Object.fromEntries(facets.map((name) => [name, counts(hits, name, settings.faceting.maxValuesPerFacet)]));
}

function counts(hits: Hit[], name: string, most: number): Record<string, number> {
  const found = new Map<string, number>();
  for (const { document } of hits)
    for (const value of new Set([document[name] ?? []].flat().map(String))) found.set(value, (found.get(value) ?? 0) + 1);
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, most));
}

import type { AssetQuery } from '../contract/asset-query.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { IndexQuery } from '../search/asset-index.ts';
import { isInNeed, needAlone } from '../search/distress-words.ts';
import { lookOnce } from '../search/look-once.ts';
import { queryWords } from '../search/query-words.ts';
import { type Judging, searchWithFallback } from '../search/search-with-fallback.ts';
import { londonDate } from '../time/london-time.ts';
import { type UnderstoodWish, understandWish } from '../wishes/understand-wish.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { toIndexFilters } from './to-index-query.ts';

export type AskDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'vocabulary' | 'log'> & Judging;

/** Which of what is found, and whether it is counted. */
type Part = Pick<IndexQuery, 'offset' | 'limit' | 'facets'>;

/** What a search finds, as the index knows it. Throws bad-request for a place we do not know or a sort that lacks its place. */
export async function askIndex(allDeps: AskDeps, query: AssetQuery, part: Part) {
  const deps = lookOnce(allDeps);
  const [wish] = await Promise.all([understandWish(deps, query), checkVocabulary(deps.db, query)]);
  if (!wish.near && query.sort === 'distance') throw badRequest([{ field: 'sort', detail: 'distance needs to know from where; add near' }]);
  if (!wish.near && query.within) throw badRequest([{ field: 'within', detail: 'needs to know from where; add near' }]);
  return { wish, ...(await askAndAskAgain(deps, query, { wish, part })) };
}

/** When what was understood leaves nothing, and the words are those of a name, they are looked for as they stand. */
async function askAndAskAgain(deps: AskDeps, query: AssetQuery, { wish, part }: { wish: UnderstoodWish<AssetQuery>; part: Part }) {
  const { words, understood, near, asTyped } = wish;
  if (isInNeed(queryWords(query.q ?? ''))) return askInNeed(deps, query, { wish, part });
  const found = await ask(deps, wish.query, { words, near, part });
  if (found.answer.total > 0 || asTyped === null || (await deps.embeddedIndex.nameHolding(asTyped)) === 'none')
    return { ...found, words, understood };
  const again = await ask(deps, query, { words: asTyped, near, part });
  if (again.answer.total === 0) return { ...found, words, understood };
  const place = understood.filter(({ type }) => type === 'place');
  const taken = understood.flatMap(({ type, text }) => (type === 'place' ? [] : [`“${text}”`])).join(', ');
  return {
    ...again,
    notice: again.notice ?? { code: 'filters-left-nothing' as const, about: taken },
    words: asTyped,
    understood: place,
  };
}

/** Someone who may be in need is asked for no day ("nowhere to sleep tonight"), and never left without anybody who answers. */
async function askInNeed(deps: AskDeps, query: AssetQuery, { wish, part }: { wish: UnderstoodWish<AssetQuery>; part: Part }) {
  const { words, understood, near, asTyped } = wish;
  const said = { words: asTyped ?? words, understood: understood.filter(({ type }) => type === 'place') };
  for (const each of [said.words, needAlone(queryWords(said.words))]) {
    const found = await ask(deps, query, { words: each, near, part });
    if (found.answer.total > 0) return { ...found, ...said };
  }
  const anyone = await ask(deps, { ...query, kind: ['signpost'] }, { words: crisisWord, near, part });
  return { ...anyone, ...said };
}

/** Every crisis line holds it. */
const crisisWord = 'crisis';

interface Asked extends Pick<UnderstoodWish<AssetQuery>, 'words' | 'near'> {
  part: Part;
}

function ask(deps: AskDeps, query: AssetQuery, { words, near, part }: Asked) {
  const filters = toIndexFilters(query, null, londonDate(deps.clock.now()));
  return searchWithFallback(deps, {
    text: words,
    filters: near
      ? { ...filters, near: { point: near.point, radiusMetres: query.within ?? null, isSettlement: near.isSettlement } }
      : filters,
    sort: query.sort ?? (near && !words ? 'distance' : 'relevance'),
    ...part,
  });
}

import type { AssetQuery, AssetSearchPage } from '../contract/asset-query.ts';
import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { foldText } from '../search/fold-text.ts';
import { searchWithFallback } from '../search/search-with-fallback.ts';
import { loadSignpostListings } from '../signposts/load-signpost-listings.ts';
import { londonDate } from '../time/london-time.ts';
import { type UnderstoodWish, understandWish } from '../wishes/understand-wish.ts';
import { addWays } from './add-ways.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { explainFound } from './explain-found.ts';
import { loadListings } from './load-listings.ts';
import { toIndexFilters } from './to-index-query.ts';

type SearchDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'vocabulary' | 'log'>;

/** Words → index → hydrate → rules → present. Throws bad-request for a place we do not know or a sort that lacks its place. */
export async function searchAssets(deps: SearchDeps, query: AssetQuery): Promise<AssetSearchPage> {
  const started = performance.now();
  await checkVocabulary(deps.db, query);
  const wish = await understandWish(deps, query);
  if (!wish.near && query.sort === 'distance') throw badRequest([{ field: 'sort', detail: 'distance needs to know from where; add near' }]);
  if (!wish.near && query.within) throw badRequest([{ field: 'within', detail: 'needs to know from where; add near' }]);

  const { answer, notice, words, understood } = await askAndAskAgain(deps, query, wish);
  const point = wish.near?.point ?? null;
  const items = await hydrate(deps, answer.ids, point);
  const from = wish.near?.label ?? null;
  return {
    items: await addWays(deps, query.explain ? await explainFound(deps, { words, from }, items) : items, point),
    total: answer.total,
    facets: answer.facets,
    page: query.page,
    per_page: query.per_page,
    took_ms: Math.round((performance.now() - started) * 10) / 10,
    near: wish.near,
    words,
    understood,
    meant: answer.meant.map((meaning) => ({ ...meaning, topics: [...meaning.topics], words: [...meaning.words] })),
    unknown_place: wish.unknownPlace,
    notice: notice ?? ownNotice(wish),
  };
}

/** When what was understood leaves nothing, and the words are those of a name, they are looked for as they stand. */
async function askAndAskAgain(deps: SearchDeps, query: AssetQuery, wish: UnderstoodWish<AssetQuery>) {
  const { words, understood, near, asTyped } = wish;
  const found = await ask(deps, wish.query, { words, near });
  if (found.answer.total > 0 || asTyped === null || (await deps.embeddedIndex.names(asTyped)) === 'none')
    return { ...found, words, understood };
  const again = await ask(deps, query, { words: asTyped, near });
  if (again.answer.total === 0) return { ...found, words, understood };
  const place = understood.filter(({ type }) => type === 'place');
  const taken = understood.flatMap(({ type, text }) => (type === 'place' ? [] : [`“${text}”`])).join(', ');
  return {
    ...again,
    notice: again.notice ?? `Nothing was left with ${taken} as a filter, so we looked for the words as they stand.`,
    words: asTyped,
    understood: place,
  };
}

function ask(deps: SearchDeps, query: AssetQuery, { words, near }: Pick<UnderstoodWish<AssetQuery>, 'words' | 'near'>) {
  return searchWithFallback(deps, {
    text: words,
    filters: toIndexFilters(query, near?.point ?? null, londonDate(deps.clock.now())),
    sort: query.sort ?? (near && !words ? 'distance' : 'relevance'),
    offset: (query.page - 1) * query.per_page,
    limit: query.per_page,
  });
}

function ownNotice({ words, unknownPlace, near, understood }: UnderstoodWish<AssetQuery>): string | null {
  if (unknownPlace) return `We do not know the postcode ${unknownPlace}, so this is not sorted by what is near.`;
  if (!near && understood.some(({ type }) => type === 'distance'))
    return 'Tell us where you are, a postcode or a village, and we can look for what is within a walk.';
  if (words && foldText(words) === '') return `There are no words in “${words}” to look for, so this is everything.`;
  return null;
}

/** In the index's order; what may no longer be seen drops out. */
async function hydrate(deps: SearchDeps, documentIds: string[], near: Point | null): Promise<Listing[]> {
  const idsOf = (type: string) => documentIds.filter((id) => id.startsWith(`${type}-`)).map((id) => id.slice(type.length + 1));
  const [assets, signposts] = await Promise.all([
    loadListings(deps, idsOf('asset'), near),
    loadSignpostListings(deps.db, idsOf('signpost')),
  ]);
  return documentIds.flatMap((documentId) => {
    const [type] = documentId.split('-', 1);
    const id = documentId.slice(documentId.indexOf('-') + 1);
    const listing = type === 'asset' ? assets.get(id) : signposts.get(id);
    return listing ? [listing] : [];
  });
}

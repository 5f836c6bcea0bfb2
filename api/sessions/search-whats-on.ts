import { checkVocabulary } from '../assets/check-vocabulary.ts';
import { assetIdsOf } from '../assets/match-assets.ts';
import { toIndexFilters } from '../assets/to-index-query.ts';
import type { Box, Point } from '../contract/geo.ts';
import type { WhatsOnDays, WhatsOnQuery } from '../contract/whats-on.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { boxBeyond } from '../geo/box-around.ts';
import { foldText } from '../search/fold-text.ts';
import { lookOnce } from '../search/look-once.ts';
import { type Notice, presentNotice } from '../search/present-notice.ts';
import { searchWithFallback } from '../search/search-with-fallback.ts';
import { londonDate } from '../time/london-time.ts';
import { understandWish } from '../wishes/understand-wish.ts';
import { countDays } from './count-days.ts';
import { hydrateWhatsOn } from './hydrate-whats-on.ts';
import { presentDays } from './present-whats-on.ts';
import type { WhatsOnFilters } from './whats-on-conditions.ts';
import { nextDay, occurrencesOfDays } from './whats-on-queries.ts';
import { placeOf, toWhatsOnFilters, windowOf } from './whats-on-rules.ts';

type SearchDeps = Pick<Deps, 'db' | 'directoryVersion' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'vocabulary' | 'log'>;

/** As many as the best of an index that answers no further. */
const mostFound = 1_000;
/** So far from its own place something may meet and still be found among so many. */
const strayMetres = 5_000;

/** What is on, day by day, for find's filters; what is over is left out. Throws bad-request as find does, and for more than a month. */
export async function searchWhatsOn(allDeps: SearchDeps, given: WhatsOnQuery): Promise<WhatsOnDays> {
  const deps = lookOnce(allDeps);
  const now = deps.clock.now();
  const [wish] = await Promise.all([understandWish(deps, given), checkVocabulary(deps.db, given)]);
  const { words, near, unknownPlace, query, understood } = wish;
  const window = windowOf(query, londonDate(now));
  const point = near?.point ?? null;
  if (!point && query.within) throw badRequest([{ field: 'within', detail: 'needs to know from where; add near' }]);

  const { assetIds, notice } = await idsFor(deps, query, words, point);
  const asked = toWhatsOnFilters(query, point);
  const filters: WhatsOnFilters = { ...asked, doors: asked.doors && assetIds === null, now, assetIds };
  const [counts, rows] = await Promise.all([
    countDays(deps, filters, window.counted),
    occurrencesOfDays(deps.db, filters, { dates: window.shown, offset: (query.page - 1) * query.per_day, limit: query.per_day }),
  ]);
  const days = presentDays(window.counted, counts, { times: query.time, items: await hydrateWhatsOn(deps, rows, point) });
  const total = days.reduce((sum, day) => sum + (window.shown.includes(day.date) ? day.total : 0), 0);
  return {
    days,
    total,
    next: total === 0 ? await nextDay(deps.db, filters, window.shown.at(-1) ?? window.to) : null,
    from: window.from,
    to: window.to,
    page: query.page,
    per_day: query.per_day,
    near,
    words,
    understood,
    unknown_place: unknownPlace,
    ...presentNotice(notice ?? wish.notice),
  };
}

/**
 * Words are the index's to understand; all else is asked of the dates themselves, so that cancelled ones are found too. Where something is
 * says little of where it meets, so the index is asked for a place only when there is too much of it elsewhere.
 */
async function idsFor(
  deps: SearchDeps,
  query: WhatsOnQuery,
  words: string,
  near: Point | null,
): Promise<{ assetIds: string[] | null; notice: Notice | null }> {
  if (foldText(words) === '') return { assetIds: null, notice: null };
  const anyTime = { ...query, day: [], time: [], on: undefined, from: undefined, to: undefined, within: undefined, bbox: undefined };
  const ask = async (box: Box | null) => {
    const filters = { ...toIndexFilters(anyTime, near, londonDate(deps.clock.now())), box };
    const sort = near ? ('distance' as const) : ('relevance' as const);
    const asked = { text: words, filters, sort, offset: 0, limit: mostFound, facets: false, ordered: false } as const;
    const { answer, notice } = await searchWithFallback(deps, asked);
    const assetIds = assetIdsOf(answer.ids);
    return { assetIds, notice, isCut: answer.assets > assetIds.length };
  };
  const place = placeOf(query, near);
  const all = await ask(null);
  const found = all.isCut && place ? await ask(boxBeyond(place.box, strayMetres)) : all;
  return { assetIds: found.assetIds, notice: found.notice ?? (found.isCut ? { code: 'only-the-best' } : null) };
}

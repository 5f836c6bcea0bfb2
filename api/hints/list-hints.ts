import { loadNames } from '../assets/load-names.ts';
import type { Hint, HintQuery, Hints } from '../contract/hint.ts';
import type { Deps } from '../deps.ts';
import { findPlace } from '../places/find-place.ts';
import { listPlacesBegun } from '../places/list-places-begun.ts';
import { queryWords } from '../search/query-words.ts';
import { namedWithFallback } from '../search/search-with-fallback.ts';
import { listTopicWords } from '../vocabularies/list-topic-words.ts';
import { looksDistressed } from './distress-rules.ts';
import { mixHints } from './mix-hints-rules.ts';
import { helpHint, presentAssetHint, presentPlaceHint, presentTopicHint } from './present-hint.ts';
import { topicsMeant } from './topics-meant-rules.ts';

type HintDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'log'>;

const most = { topics: 2, assets: 4, places: 3 };

/** Topics, names and places that begin so; nothing that the public may not see, and no service but the page of who answers today. */
export async function listHints(deps: HintDeps, { q, near, limit }: HintQuery): Promise<Hints> {
  const words = queryWords(q);
  if (words.length === 0) return { items: [] };
  const [topics, assets, places] = await Promise.all([
    listTopicWords(deps.db),
    hintAssets(deps, q, near),
    listPlacesBegun(deps.db, q, most.places),
  ]);
  const groups = [topicsMeant(topics, words).slice(0, most.topics).map(presentTopicHint), assets, places.map(presentPlaceHint)];
  const postcodes = places.some(({ type }) => type === 'postcode');
  return { items: mixHints(looksDistressed(words) ? [helpHint] : [], postcodes ? groups.reverse() : groups, limit) };
}

async function hintAssets(deps: HintDeps, text: string, near: string): Promise<Hint[]> {
  const place = near ? await findPlace(deps, near) : null;
  const found = await namedWithFallback(deps, { text, near: place?.point ?? null, limit: most.assets });
  const ids = found.map((id) => id.slice('asset-'.length));
  const names = await loadNames(deps, ids);
  return ids.flatMap((id) => names.get(id) ?? []).map(presentAssetHint);
}

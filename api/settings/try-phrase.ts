import { requireRight } from '../accounts/require-right.ts';
import { searchAssets } from '../assets/search-assets.ts';
import { AssetQuery } from '../contract/asset-query.ts';
import type { ShippedPhrases, ShippedSynonyms, TriedPhrase } from '../contract/settings.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { rowKey } from '../search/own-entries.ts';
import { leadsToHelp } from './word-rules.ts';

/** What words mean and find, as they now stand: the same answer that a neighbour gets. */
export async function tryPhrase(deps: Deps, viewer: SignedIn, words: string): Promise<TriedPhrase> {
  await requireRight(deps, viewer, 'vocabulary.edit', null);
  await deps.vocabulary.refresh();
  const { meant, items, total } = await searchAssets(deps, AssetQuery.parse({ q: words.slice(0, 200), per_page: 10 }));
  return { meant, items, total };
}

/** What the program brings along. */
export async function listShippedWords(
  deps: Pick<Deps, 'db' | 'clock' | 'vocabulary'>,
  viewer: SignedIn,
): Promise<{ phrases: ShippedPhrases[]; synonyms: ShippedSynonyms[] }> {
  await requireRight(deps, viewer, 'vocabulary.edit', null);
  const { phrases, synonyms } = deps.vocabulary.shipped();
  return { phrases, synonyms: synonyms.map((words) => ({ key: rowKey(words), words, leadsToHelp: leadsToHelp(words) })) };
}

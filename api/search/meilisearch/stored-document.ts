import type { AssetDocument } from '../asset-index.ts';
import { foldWords } from '../fold-text.ts';

/** A document as Meilisearch holds it: words singular, a place under the name that it wants. */
export function storedDocument({ point, name, free, ...document }: AssetDocument) {
  return {
    ...document,
    name: name.split('|').map(foldWords),
    keywords: foldWords(document.keywords),
    summary: foldWords(document.summary),
    body: foldWords(document.body),
    cost: free ? ['free'] : [],
    located: point !== null,
    ...(point ? { _geo: point } : {}),
  };
}

/** What a hit brings back. */
export interface StoredHit {
  id: string;
  slug: string;
  tier: number;
  kind: AssetDocument['kind'];
  name_sort: string;
  next_at: number | null;
  quality: number;
  _geo?: { lat: number; lng: number };
  _rankingScore?: number;
}

import { foldText, foldWords } from '../search/fold-text.ts';
import type { AssetDraft } from './import-assets.ts';
import { likesNear, standingRows } from './import-queries.ts';
import type { ImportRun, Like } from './import-run.ts';
import type { KnownNames } from './known-names.ts';

/** Below it two names have little more in common than a word that every other club has. */
const leastAlike = 0.5;

/** New rows with what they may be the same as: by the same name nearby in this file or among all that stands, or by a like name that everyone can see. */
export async function findLikes(
  run: ImportRun,
  known: KnownNames,
  { source, drafts }: { source: string; drafts: AssetDraft[] },
): Promise<AssetDraft[]> {
  const { duplicates } = await known.separate(source, drafts);
  const likes = new Map<AssetDraft, Like>(duplicates.map(({ row, of }) => [row, { id: null, name: of }]));
  const ids = drafts.map((draft) => draft.sourceId);
  const standing = new Set((await standingRows(run.tx, 'assets', source, ids)).map((row) => row.source_id));
  const fresh = drafts.filter((draft) => !standing.has(draft.sourceId));
  const sought = fresh.map(({ name, point }) => ({
    folded: foldWords(foldText(name)),
    lat: point?.lat ?? null,
    lng: point?.lng ?? null,
  }));
  for (const { position, id, name } of sought.length > 0 ? await likesNear(run.tx, sought, { least: leastAlike, source }) : []) {
    const draft = fresh[position - 1];
    if (draft) likes.set(draft, { id, name });
  }
  return drafts.map((draft) => ({ ...draft, like: likes.get(draft) ?? null }));
}

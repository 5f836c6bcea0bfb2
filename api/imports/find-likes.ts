import { compareNames } from '../duplicates/compare-names.ts';
import { bareAddress, isPlaceAndDoing, judgeLikeness } from '../duplicates/look-alike-rules.ts';
import { foldText, foldWords } from '../search/fold-text.ts';
import { choose, fillOptional } from './field-rules.ts';
import type { AssetDraft } from './import-assets.ts';
import { standingRows } from './import-queries.ts';
import type { ImportRun, Like } from './import-run.ts';
import type { KnownNames } from './known-names.ts';
import { type LikelySame, likelySame } from './likely-same-queries.ts';
import type { AssetsMapping } from './mapping-format.ts';

/**
 * New rows with what they may be the same as: what has the same name nearby, in this file or among all that stands, else what everyone can see and
 * the rules for look-alikes find likest.
 */
export async function findLikes(
  run: ImportRun,
  known: KnownNames,
  { mapping, drafts }: { mapping: AssetsMapping; drafts: AssetDraft[] },
): Promise<AssetDraft[]> {
  const source = mapping.source.slug;
  const { duplicates } = await known.separate(source, drafts);
  const likes = new Map<AssetDraft, Like>(duplicates.map(({ row, of }) => [row, { id: null, name: of }]));
  const ids = drafts.map((draft) => draft.sourceId);
  const standing = new Set((await standingRows(run.tx, 'assets', source, ids)).map((row) => row.source_id));
  const fresh = drafts.filter((draft) => !standing.has(draft.sourceId));
  const sought = fresh.map(({ name, point, values }) => ({
    folded: foldWords(foldText(name)),
    lat: point?.lat ?? null,
    lng: point?.lng ?? null,
    web: bareAddress(fillOptional(mapping.fields.web, values)),
  }));
  const scores = new Map<AssetDraft, number>();
  for (const found of sought.length > 0 ? await likelySame(run.tx, sought, source) : []) {
    const { position, id, name } = found;
    const draft = fresh[position - 1];
    const score = draft ? likelinessOf(mapping, draft, found) : 0;
    if (!draft || score <= (scores.get(draft) ?? 0)) continue;
    scores.set(draft, score);
    likes.set(draft, { id, name });
  }
  return drafts.map((draft) => ({ ...draft, like: likes.get(draft) ?? null }));
}

const likelinessOf = (mapping: AssetsMapping, draft: AssetDraft, found: LikelySame): number =>
  judgeLikeness(compareNames({ name: draft.name, name_cy: null }, found), {
    ...{ same_venue: false, same_phone: false, same_web: found.same_web, metres: found.metres },
    place_and_doing: isPlaceAndDoing(choose(mapping.kind, draft.values) ?? '', found.kind),
  })?.score ?? 0;

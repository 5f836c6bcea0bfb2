import { randomInt } from 'node:crypto';
import { loadListings } from '../assets/load-listings.ts';
import type { KeepForm } from '../contract/shortlist.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { makeCode } from './code-rules.ts';
import { assetIdsBySlug, insertShortlist } from './shortlist-queries.ts';

const dayMs = 86_400_000;

/** One code in millions is taken: more tries than this are a fault. */
const mostTries = 5;

/** Puts what was kept behind a new code, for as many days as its holder says. Throws bad-request when there is nothing to keep. */
export async function keepShortlist(deps: Pick<Deps, 'db' | 'clock'>, { ids: slugs, days }: KeepForm): Promise<{ code: string }> {
  const rows = await assetIdsBySlug(deps.db, slugs);
  const visible = await loadListings(
    deps,
    rows.map(({ id }) => id),
    null,
  );
  const assetIds = rows.map(({ id }) => id).filter((id) => visible.has(id));
  if (assetIds.length === 0) throw badRequest([{ field: 'ids', detail: 'names nothing that is here; keep something first' }]);
  const expires = new Date(deps.clock.now().getTime() + days * dayMs);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [row] = await insertShortlist(deps.db, { code: makeCode(randomInt), asset_ids: assetIds, expires_at: expires });
    if (row) return { code: row.code };
  }
  throw new Error(`${mostTries} new codes for a shortlist were all taken`);
}

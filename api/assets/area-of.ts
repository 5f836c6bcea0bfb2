import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { areaIdOf } from './asset-status-queries.ts';

/** In whose area an asset lies, whatever its status; null: in none. For asking whether somebody may do something with it. Throws not-found. */
export async function areaOf({ db }: Pick<Deps, 'db'>, assetId: string): Promise<string | null> {
  const [row] = isId.test(assetId) ? await areaIdOf(db, assetId) : [];
  if (!row) throw notFound('This is not here any more.');
  return row.area_id;
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

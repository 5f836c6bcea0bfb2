import type { Database } from '../../api/db/database.ts';
import { assetsToCompare, insertCompared, knownAssets } from '../../api/duplicates/known-look-alike-queries.ts';

const batchSize = 5_000;

/** A million listings are not compared before they are searched: they are noted as if they had been. */
export async function skipComparing(db: Database): Promise<void> {
  for (let ids = await assetsToCompare(db, batchSize); ids.length > 0; ids = await assetsToCompare(db, batchSize))
    await insertCompared(db, await knownAssets(db, ids));
}

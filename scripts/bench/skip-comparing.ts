import type { Database } from '../../api/db/database.ts';
import { insertCompared, knownAssets, noteJudgedAsNow, stillToCompare } from '../../api/duplicates/known-look-alike-queries.ts';
import { listAssetIds } from '../../api/search/document-queries.ts';

const batchSize = 5_000;

/** Listings are not compared before they are searched, which takes longer than all else: they are noted as if they had been. */
export async function skipComparing(db: Database): Promise<void> {
  for (let ids = await listAssetIds(db, null, batchSize); ids.length > 0; ids = await listAssetIds(db, ids.at(-1) ?? null, batchSize))
    await insertCompared(db, await knownAssets(db, await stillToCompare(db, ids)));
  await db.query('bench-nothing-to-compare', 'truncate look_alike_lines');
  await noteJudgedAsNow(db);
}

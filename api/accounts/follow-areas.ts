import type { Queryable } from '../db/database.ts';
import { copyAccountAreas, deleteAccountAreas } from './people-queries.ts';

/** Who builds in one area builds in another as well: its new part, or the one that has its ground now. */
export async function buildThereToo(tx: Queryable, { of, there }: { of: string; there: string }): Promise<void> {
  await copyAccountAreas(tx, of, there);
}

/** Nobody builds any more in an area that ends. */
export async function buildNoMore(tx: Queryable, areaId: string): Promise<void> {
  await deleteAccountAreas(tx, areaId);
}

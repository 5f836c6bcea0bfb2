import type { Queryable } from '../db/database.ts';
import { addDays } from '../time/london-time.ts';
import { copyArrangements, endArrangementsOfArea } from './arrangement-queries.ts';
import { forgetCover } from './tell-cover.ts';

/** Whoever looks after an area from a day on looks after its new part as well. */
export async function lookAfterNewPart(tx: Queryable, { of, part, from }: { of: string; part: string; from: string }): Promise<void> {
  await copyArrangements(tx, of, { part, from });
}

/** Nobody looks after an area any more that ends on a day. */
export async function leaveArea(tx: Queryable, areaId: string, from: string): Promise<void> {
  for (const id of await endArrangementsOfArea(tx, areaId, addDays(from, -1))) await forgetCover(tx, id);
}

import type { Queryable } from '../db/database.ts';

/** A number that grows with every change of what can be found: each writes a line to the outbox, whose numbers never come twice. */
export async function lastChange(db: Queryable): Promise<number> {
  const [row] = await db.query<{ last_value: number }>('last-change', 'select last_value from outbox_id_seq');
  return row?.last_value ?? 0;
}

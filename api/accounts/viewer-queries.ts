import type { Queryable } from '../db/database.ts';
import type { SessionRow } from './session-queries.ts';

type ActiveAccount = Pick<SessionRow, 'name' | 'role' | 'trusted' | 'locale' | 'coordinator_id'>;

export async function activeAccount(db: Queryable, id: string): Promise<ActiveAccount | undefined> {
  const [row] = await db.query<ActiveAccount>(
    'active-account',
    `select name, role, trusted, locale, coordinator_id from accounts where id = $1::uuid and status = 'active'`,
    [id],
  );
  return row;
}

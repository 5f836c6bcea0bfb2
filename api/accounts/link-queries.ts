import type { Queryable } from '../db/database.ts';

export const deleteLinksBefore = (db: Queryable, moment: Date) =>
  db.query('delete-past-links', 'delete from sign_in_links where expires_at < $1::timestamptz', [moment]);

import type { Queryable } from '../db/database.ts';

export const deleteChallengesBefore = (db: Queryable, moment: Date) =>
  db.query('delete-past-challenges', 'delete from passkey_challenges where expires_at < $1::timestamptz', [moment]);

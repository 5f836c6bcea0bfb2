import type { Queryable } from '../db/database.ts';

export const deleteChallengesBefore = (db: Queryable, moment: Date) =>
  db.query('delete-past-challenges', 'delete from answered_challenges where answered_at < $1::timestamptz', [moment]);

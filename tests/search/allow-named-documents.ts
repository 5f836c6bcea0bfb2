import type { Queryable } from '../../api/db/database.ts';

/** Documents of these tests are called by their names, where the directory's have the ids that dates look them up by. */
export const allowNamedDocuments = (db: Queryable) =>
  db.query('test-allow-named-documents', 'alter table asset_search drop column asset_id, add column asset_id uuid');

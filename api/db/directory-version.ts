import type { Queryable } from './database.ts';

/** How many transactions have changed what everyone may see. On a replica: of those that it has heard of. */
export async function readDirectoryVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number }>(
    'directory-version',
    'select folded + (select count(*) from directory_changes) as version from directory_version',
  );
  return row?.version ?? 0;
}

/** Many lines become one sum, and the version stays what it is: a line is gone and counted in the same instant. */
export async function foldDirectoryChanges(db: Queryable): Promise<void> {
  await db.query(
    'directory-fold-changes',
    `with gone as (delete from directory_changes returning made_in), many as (select count(*) as lines from gone)
     update directory_version set folded = folded + lines from many where lines > 0`,
  );
}

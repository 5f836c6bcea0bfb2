import type { Queryable } from '../db/database.ts';

/** The secret that signs forms: the one that is there, else `fresh`, from then on. */
export async function keepFormSecret(db: Queryable, fresh: string): Promise<string> {
  await db.query(
    'form-secret-keep',
    `insert into program_facts (name, value) values ('form-secret', to_jsonb($1::text)) on conflict (name) do nothing`,
    [fresh],
  );
  const [row] = await db.query<{ secret: string }>(
    'form-secret',
    `select value #>> '{}' as secret from program_facts where name = 'form-secret'`,
  );
  return row?.secret ?? fresh;
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isOnEmbeddedDefaults } from '../config.ts';
import { type AccountRole, accountRoles } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import { inProject } from '../project-root.ts';
import {
  deleteReadyAccounts,
  insertReadyAccounts,
  insertReadyAreas,
  insertReadyCoordinators,
  readyAccountRows,
} from './ready-account-queries.ts';

const ReadyAccounts = z.array(
  z.object({
    email: z.email(),
    name: z.string(),
    role: z.enum(accountRoles),
    trusted: z.boolean().default(false),
    areas: z.array(z.string()).default([]),
  }),
);

export interface ReadyAccount {
  email: string;
  role: AccountRole;
}

/**
 * The accounts that the sample district is shown with: those of `seed-data/accounts.json`, and one for each coordinator. Only on embedded
 * defaults: anyone may know their addresses, so none is left on an installation of somebody's own. Answers those that are there now.
 */
export async function settleReadyAccounts(
  db: Queryable,
  { config, isSample }: { config: Parameters<typeof isOnEmbeddedDefaults>[0]; isSample: boolean },
): Promise<ReadyAccount[]> {
  if (!isSample || !isOnEmbeddedDefaults(config)) {
    await deleteReadyAccounts(db);
    return [];
  }
  const accounts = ReadyAccounts.parse(JSON.parse(await readFile(inProject('seed-data', 'accounts.json'), 'utf8')));
  await insertReadyAccounts(db, accounts);
  await insertReadyCoordinators(db);
  await insertReadyAreas(
    db,
    accounts.flatMap(({ email, areas }) => areas.map((area) => ({ email, area }))),
  );
  return readyAccountRows(db);
}

/** The sample is taken away, and they with it. */
export const removeReadyAccounts = (tx: Queryable) => deleteReadyAccounts(tx);

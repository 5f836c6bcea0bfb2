import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleReadyAccounts } from '../../api/accounts/ready-accounts.ts';
import { isOnEmbeddedDefaults, readConfig } from '../../api/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('sample');
});
afterAll(() => database.close());

const settle = (env: Record<string, string>, isSample = true) => settleReadyAccounts(database.db, { config: readConfig(env), isSample });
const count = async () => (await database.db.query('count-ready', 'select 1 from accounts')).length;

const ownInstallations: Record<string, string>[] = [
  { DATABASE_URL: 'postgres://user:password@localhost:5432/open_door' },
  { SMTP_URL: 'smtp://localhost:1025' },
  { NODE_ENV: 'production' },
];

describe('ready accounts', () => {
  test('stand in the sample on embedded defaults: a steward, every coordinator, two builders of whom one is trusted', async () => {
    const roles = (await settle({})).map(({ role }) => role);
    expect(roles.filter((role) => role === 'steward')).toHaveLength(1);
    expect(roles.filter((role) => role === 'builder')).toHaveLength(2);
    expect(roles.filter((role) => role === 'coordinator').length).toBeGreaterThan(4);
    const before = await count();
    await settle({});
    expect(await count()).toBe(before);
  });

  test.each(ownInstallations)('are never made, and taken away, on an installation of somebody’s own: %o', async (env) => {
    await settle({});
    expect(await count()).toBeGreaterThan(0);
    expect(await settle(env)).toEqual([]);
    expect(await count()).toBe(0);
    expect(isOnEmbeddedDefaults(readConfig(env))).toBe(false);
  });

  test('go when the sample does', async () => {
    await settle({});
    expect(await settle({}, false)).toEqual([]);
    expect(await count()).toBe(0);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../api/db/migrator.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let folder: string;
const silent = () => undefined;

/** The template's own migrations are put aside: these tests bring their own. */
beforeEach(async () => {
  database = await createTestDatabase('empty');
  await database.db.query('forget', 'delete from migrations');
  folder = mkdtempSync(join(tmpdir(), 'open-door-migrations-'));
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const applied = async () =>
  (await database.db.query<{ name: string }>('applied', 'select name from migrations order by name')).map((row) => row.name);

describe('migrate', () => {
  test('applies files in order of name, once, and says so', async () => {
    write('0002-b.sql', 'insert into steps values (2);');
    write('0001-a.sql', 'create table steps (n integer);\ninsert into steps values (1);');
    const lines: string[] = [];
    await migrate(database.url, (line) => lines.push(line), folder);
    await migrate(database.url, (line) => lines.push(line), folder);
    expect(lines).toEqual(['Database: 0001-a.sql applied', 'Database: 0002-b.sql applied']);
    expect(await database.db.query('steps', 'select n from steps order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('keeps nothing of a file that fails, and everything before it', async () => {
    write('0001-a.sql', 'create table kept (n integer);');
    write('0002-b.sql', 'create table half (n integer); select no_such_column;');
    await expect(migrate(database.url, silent, folder)).rejects.toThrow(
      /0002-b\.sql could not be applied .*no_such_column.*nothing of it was kept/,
    );
    const tables = await database.db.query(
      'tables',
      "select to_regclass('kept') is not null as kept, to_regclass('half') is not null as half",
    );
    expect(tables).toEqual([{ kept: true, half: false }]);
    expect(await applied()).toEqual(['0001-a.sql']);
  });

  test('refuses a file that was changed after it was applied', async () => {
    write('0001-a.sql', 'select 1;');
    await migrate(database.url, silent, folder);
    write('0001-a.sql', 'select 2;');
    await expect(migrate(database.url, silent, folder)).rejects.toThrow(/0001-a\.sql was changed/);
  });

  test('takes a file for the same when only its line ends differ', async () => {
    write('0001-a.sql', 'select 1;\nselect 2;\n');
    await migrate(database.url, silent, folder);
    write('0001-a.sql', 'select 1;\r\nselect 2;\r\n');
    await expect(migrate(database.url, silent, folder)).resolves.toBeUndefined();
  });

  test('refuses a database that a newer version has changed', async () => {
    write('0001-a.sql', 'select 1;');
    await migrate(database.url, silent, folder);
    await database.db.query('newer', "insert into migrations (name, sha256) values ('0009-later.sql', 'x')");
    await expect(migrate(database.url, silent, folder)).rejects.toThrow(/newer Open Door \(it has 0009-later\.sql\)/);
  });

  test('lets one of several processes work while the others wait', async () => {
    write('0001-a.sql', 'create table once (n integer); select pg_sleep(0.1); insert into once values (1);');
    write('0002-b.sql', 'insert into once values (2);');
    const lines: string[] = [];
    await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, (line) => lines.push(line), folder)));
    expect(lines).toHaveLength(2);
    expect(await database.db.query('once', 'select n from once order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('leaves no lock behind, also when it failed', async () => {
    write('0001-a.sql', 'select no_such_column;');
    await migrate(database.url, silent, folder).catch(silent);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as held from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );
    await client.end();
    expect(rows).toEqual([{ held: 0 }]);
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaText } from '../../api/db/schema-text.ts';
import { inProject } from '../../api/project-root.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('empty');
});
afterAll(() => database.close());

test('the committed schema is what the migrations make', async () => {
  expect(readFileSync(inProject('api', 'db', 'schema.sql'), 'utf8'), 'please run "npm run schema:dump"').toBe(
    await schemaText(database.db),
  );
});

test('the text shows a new column, constraint, index, function, trigger and view', async () => {
  const run = (name: string, sql: string) => database.db.query(name, sql);
  await run(
    'table',
    "create table marks (id bigint generated always as identity primary key, word text not null default 'x', loud text generated always as (upper(word)) stored)",
  );
  await run('check', 'alter table marks add constraint marks_short check (length(word) < 9)');
  await run('index', 'create index marks_by_word on marks (word) where word <> loud');
  await run('function', 'create function touch() returns trigger language plpgsql as $$ begin return new; end $$');
  await run('trigger', 'create trigger marks_touch before update on marks for each row execute function touch()');
  await run('view', 'create view loud_marks as select loud from marks');
  const text = await schemaText(database.db);
  for (const line of [
    '  id bigint not null generated always as identity,',
    "  word text not null default 'x'::text,",
    '  loud text generated always as (upper(word)) stored,',
    '  constraint marks_short CHECK ((length(word) < 9))',
    'CREATE INDEX marks_by_word ON public.marks USING btree (word) WHERE (word <> loud);',
    'CREATE OR REPLACE FUNCTION public.touch()',
    'CREATE TRIGGER marks_touch BEFORE UPDATE ON public.marks',
    'create view loud_marks as',
  ]) {
    expect(text).toContain(line);
  }
});

test('the text leaves out what extensions bring and what the migrator keeps', async () => {
  const text = await schemaText(database.db);
  expect(text).toContain('create extension pg_trgm;');
  expect(text).not.toContain('similarity(');
  expect(text).not.toContain('create table migrations');
});

import { describe, expect, test } from 'vitest';
import { readFiles } from './source-files.ts';
import { fixedNames, sharedNames, statementsOf } from './statement-names.ts';

const statements = readFiles(/\.ts$/, 'api').flatMap(statementsOf);

test('every statement has a name of its own', () => {
  expect(statements.length).toBeGreaterThan(400);
  expect(sharedNames(statements)).toEqual([]);
});

test('a statement whose text differs from call to call says so in its name', () => {
  expect(fixedNames(statements)).toEqual([]);
});

describe('the guard of names', () => {
  // § for $, so that nobody takes these texts for templates that somebody forgot to open.
  const read = (text: string) => statementsOf({ path: 'api/areas/area-queries.ts', text: text.replaceAll('§', '$') });

  test('reads a name and a text, whatever stands around them', () => {
    const text = `db.query<Omit<Row, 'a'> & { on: () => void }>(\n  'one',\n  // Why, with a "," in it.\n  \`select §{list(['a', 'b'])}, 1\`,\n  [a, b],\n)`;
    expect(read(text)).toEqual([
      { at: 'api/areas/area-queries.ts:1', name: "'one'", text: "`select §{list(['a', 'b'])}, 1`".replace('§', '$'), varies: ['list'] },
    ]);
  });

  test.each([
    ["db.query('one', 'select 1'); db.query('one', 'select 2')"],
    ["db.query('standing-areas', 'select 1'); db.query(`standing-§{table}`, standing[table])"],
    ["db.query(`standing-§{table}`, standing[table]); db.query('standing-areas', 'select 1')"],
    ['db.query(`of-§{kind}`, `select §{kind}`); db.query(`of-§{kind}`, `select §{kind}, 2`)'],
  ])('catches two statements of one name: %s', (text) => {
    expect(sharedNames(read(text))).toHaveLength(1);
  });

  test.each([
    ["db.query('one', 'select 1'); db.query('two', 'select 1')"],
    ["db.query(`standing-§{table}`, standing[table]); db.query('standing', 'select 1')"],
    ["client.query('select 1 from a where b = $1', [b]); client.query('begin'); client.query('begin')"],
  ])('lets these be: %s', (text) => {
    expect(sharedNames(read(text))).toEqual([]);
  });

  test.each([
    ["const rows = (db, hold) => db.query('rows', `select 1§{hold ? ' for update' : ''}`)", ['hold']],
    ["function rows(db, sql) {\n  return db.query('rows', sql);\n}", ['sql']],
    ["import { hashOf } from './a.ts';\nconst rows = (db, column) => db.query('rows', `select §{hashOf(column)}`)", ['column']],
  ])('catches a text that differs under one name: %s', (text, varies) => {
    expect(read(text)).toMatchObject([{ varies }]);
    expect(fixedNames(read(text))).toHaveLength(1);
  });

  test.each([
    ["const rows = (db, hold) => db.query(hold ? 'hold' : 'see', `select 1§{hold ? ' for update' : ''}`)"],
    ["const columns = 'a, b';\nconst rows = (db) => db.query('rows', `select §{columns}`)"],
    ["import { type A, hashOf } from './a.ts';\nconst rows = (db) => db.query('rows', `select §{hashOf('a.contact')}`)"],
    ["const names = [];\nconst rows = (db) => db.query('rows', `select §{names.map((name) => `r.§{name}`).join(', ')}`)"],
  ])('lets a text be that is always the same: %s', (text) => {
    expect(fixedNames(read(text))).toEqual([]);
  });
});

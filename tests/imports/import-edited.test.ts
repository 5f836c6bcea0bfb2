import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportTarget, openImportTarget, plainMapping } from './import-into.ts';

let target: ImportTarget;
beforeEach(async () => {
  target = await openImportTarget();
});
afterEach(() => target.close());

const header = 'id,name,about,lat,lng,postcode';
const importText = (content: string, { mapping = plainMapping as object } = {}) =>
  target.run({ files: [target.file('clubs.csv', content)], mappingPath: target.file('mapping.json', mapping) });

describe('what people here have edited since', () => {
  test('what people here have edited since is left as they made it', async () => {
    const text = `${header}\n1,Club,We meet,53.42,-2.32,\n`;
    await importText(text);
    await target.db.query('test-edit', `update assets set summary = 'We meet on Mondays'`, []);
    await target.db.query(
      'test-edit-revision',
      `insert into revisions (subject_type, subject_id, made_by, snapshot) select 'asset', id, 'coordinator', to_jsonb(a) from assets a`,
      [],
    );
    const { files } = await importText(text.replace('We meet', 'Another text'));
    expect(files[0]?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect((await target.db.query('test-summary', 'select summary from assets', []))[0]).toEqual({ summary: 'We meet on Mondays' });
  });

  test('the times that people here have edited since stay theirs too', async () => {
    const mapping = { ...plainMapping, fields: { ...plainMapping.fields, usually: '{about}' } };
    const text = `${header}\n1,Edited,Mondays,53.42,-2.32,\n2,Untouched,Mondays,53.43,-2.32,\n3,Emptied,Mondays,53.44,-2.32,\n`;
    await importText(text, { mapping });
    await target.db.query(
      'test-edit-times',
      `update sessions set usually = 'Now on Fridays' where asset_id in (select id from assets where name <> 'Untouched')`,
      [],
    );
    await target.db.query(
      'test-edit-revisions',
      `insert into revisions (subject_type, subject_id, made_by, snapshot) select 'asset', id, 'coordinator', to_jsonb(a) from assets a where name <> 'Untouched'`,
      [],
    );
    const { files } = await importText(text.replaceAll('Mondays', 'Tuesdays').replace('Emptied,Tuesdays', 'Emptied,'), { mapping });
    expect(files[0]?.counts).toMatchObject({ changed: 1, unchanged: 2 });
    expect(
      await target.db.query(
        'test-times',
        'select a.name, s.usually from assets a left join sessions s on s.asset_id = a.id order by a.source_id',
        [],
      ),
    ).toEqual([
      { name: 'Edited', usually: 'Now on Fridays' },
      { name: 'Untouched', usually: 'Tuesdays' },
      { name: 'Emptied', usually: 'Now on Fridays' },
    ]);
  });

  test('times alone are a change with a revision', async () => {
    const mapping = { ...plainMapping, fields: { name: '{name}', summary: 'A club.', usually: '{about}' } };
    await importText(`${header}\n1,Club,Mondays,53.42,-2.32,\n`, { mapping });
    const { files } = await importText(`${header}\n1,Club,Tuesdays,53.42,-2.32,\n`, { mapping });
    expect(files[0]?.counts).toMatchObject({ changed: 1 });
    expect(await target.count('revisions')).toBe(2);
  });
});

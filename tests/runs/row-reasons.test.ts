import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRowReason, rowReason, rowReasons } from '../../api/contract/row-reason.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestApp } from '../support/test-app.ts';
import { type DeskRuns, openDeskRuns } from './desk-runs.ts';

let runs: DeskRuns;
beforeAll(async () => {
  runs = await openDeskRuns();
});
afterAll(() => runs.close());

const codesOf = async (text: string, name: string, by: 'steward' | 'coordinator' = 'steward') => {
  const { viewer } = await signIn(runs, by);
  const id = await runs.check(viewer, { text, name, list: name });
  return (await runs.rows(viewer, id, 'refused')).map(({ said, reason }) => said?.code ?? reason);
};

describe('why a row was not taken', () => {
  it('is known by a code for every row of a table', async () => {
    const rows = [
      ...['id,name,about,postcode,lat,lng', '1,,Nobody knows.,,,', ',Ghost,No id.,,,', '2,!!!,About.,,,'],
      ...[`3,${'x'.repeat(400)},Long.,,,`, '4,Short,too,few', '5,Kite Club,Here.,,51.5,abc', '6,Kite Two,Here.,,-3.1,51.5'],
      ...['7,Kite Zero,Here.,,0,0', '8,Kite Far,Here.,,40.7,-74', ',,,,,', '9,Kite A,Here.,,,', '9,Kite B,Here.,,,'],
    ];
    expect(new Set(await codesOf(rows.join('\n'), 'faults.csv'))).toEqual(
      new Set(['no-name', 'no-id', 'no-letter', 'long-name', 'cells', 'no-degrees', 'swapped', 'at-zero', 'abroad', 'empty', 'repeat']),
    );
    const away = ['id,name,about,postcode', '1,Kite Away,There.,QX9 1AA', '2,Kite Nowhere,There.,'];
    const [far] = await runs.deps.db.query<{ postcode: string }>(
      'test-far-postcode',
      `select v.postcode from venues v join assets a on a.venue_id = v.id join areas r on r.id = a.area_id where r.slug = 'cwm-derw' and v.postcode is not null limit 1`,
    );
    const text = away.join('\n').replace('QX9 1AA', far?.postcode ?? '');
    expect(new Set(await codesOf(text, 'away.csv', 'coordinator'))).toContain('elsewhere');
  });

  it('and of a map', async () => {
    const feature = (geometry: unknown, name = 'Kite Shape') =>
      JSON.stringify({ type: 'Feature', properties: { name, about: 'Here.' }, geometry });
    const text = `{"type":"FeatureCollection","features":[\n${[
      feature({ type: 'Point', coordinates: [-3.2, 51.6] }),
      feature({
        type: 'LineString',
        coordinates: [
          [-3, 51],
          [-3, 52],
        ],
      }),
      feature({ type: 'Point', coordinates: [51.6, -3.2] }),
    ].join(',\n')}\n]}`;
    expect(await codesOf(text, 'faults.geojson')).toEqual(['not-feature', 'swapped']);
  });

  it('is read back from its sentence, whatever the row said', () => {
    const values = { name: 'A “B” (c) $& .*', most: '9', columns: 'a, b', cells: '3', column: 'x', typed: '1, 2' };
    const more = { id: 'stands on line 3', line: '4', area: 'Cwm, outside your patch', part: 'kind', detail: 'no\nsuch' };
    for (const code of Object.keys(rowReasons).filter((each): each is keyof typeof rowReasons => each in rowReasons)) {
      const sentence = rowReason(code, { ...values, ...more });
      const said = readRowReason(sentence);
      expect([said?.code, said && rowReason(said.code, said.values)]).toEqual([code, sentence]);
    }
    expect(readRowReason('Somebody else changed it meanwhile.')).toBeNull();
  });

  it('is said in Welsh to who reads Welsh, and as it was told where it is in somebody’s own words', async () => {
    const test = await createTestApp();
    await test.deps.db.query(
      'coordinator',
      `insert into accounts (email, name, role, status) values ('s@example.org', 'Sian', 'steward', 'active')`,
    );
    const by = await signIn(test, { email: 's@example.org' });
    const [run] = await test.deps.db.query<{ id: string }>(
      'test-run',
      `insert into import_runs (type, made_at, state, file_name, reading, rows_total, account_id)
       select 'import', now(), 'checked', 'clubs.csv', '{"kind":"group","topics":[],"columns":{},"delimiter":",","ours":false}', 2, id from accounts
       where email = 's@example.org' returning id`,
    );
    await test.deps.db.query(
      'test-rows',
      `insert into import_run_rows (run_id, position, line, outcome, name, reason)
       values ($1::uuid, 1, 2, 'refused', null, $2::text), ($1::uuid, 2, 3, 'refused', null, 'Words of a person.')`,
      [run?.id, rowReason('repeat', { id: 'A7', line: 12 })],
    );
    const see = async (url: string) => (await test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } })).body;
    expect(await see(`/desk/imports/${run?.id}`)).toContain('its id “A7” stands on line 12 already');
    const welsh = await see(`/cy/desk/imports/${run?.id}`);
    expect(welsh).toContain('mae ei rif adnabod “A7” ar linell 12 eisoes');
    expect(welsh).not.toContain('stands on line');
    expect(welsh).toMatch(/lang="en">Words of a person\./);
    await test.close();
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillEmptyDatabase } from '../../api/imports/fill-empty-database.ts';
import { type ImportTarget, openImportTarget, plainMapping } from './import-into.ts';

let target: ImportTarget;
beforeEach(async () => {
  target = await openImportTarget();
});
afterEach(() => target.close());

const fill = (sample: boolean) => fillEmptyDatabase(target.url, { sample, progress: () => undefined });

describe('filling an empty database', () => {
  test('brings the sample once, when it is wanted', async () => {
    expect(await fill(false)).toEqual({ isSample: false });
    expect(await target.count('assets')).toBe(0);
    expect(await fill(true)).toEqual({ isSample: true });
    const before = await target.everything();
    expect(await fill(true)).toEqual({ isSample: true });
    expect(await target.everything()).toBe(before);
  });

  test('does not mix the sample into clubs that were imported first, though there are no areas', async () => {
    const clubs = target.file('clubs.csv', 'id,name,about,lat,lng,postcode\n1,Knitting,A warm room.,53.4,-2.3,\n');
    await target.run({ files: [clubs], mappingPath: target.file('mapping.json', plainMapping) });
    const before = await target.everything();
    expect(await target.count('areas')).toBe(0);
    expect(await fill(true)).toEqual({ isSample: false });
    expect(await target.everything()).toBe(before);
  });

  test('takes postcodes alone for the beginning of a real place', async () => {
    await target.db.query('test-postcode', "insert into postcodes (postcode, lat, lng) values ('M33 7XX', 53.4, -2.3)");
    expect(await fill(true)).toEqual({ isSample: false });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Located } from '../../api/contract/area.ts';
import { AssetSearchPage, Clusters } from '../../api/contract/asset-query.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { readerOf } from './read-by-contract.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

const read = readerOf(() => test);

describe('GET /areas/locate', () => {
  it('goes from a postcode to the area, its coordinator and this week’s open doors', async () => {
    const located = await read('/api/v1/areas/locate?near=qx32ab', Located);
    expect(located).toMatchObject({ near: { label: 'QX3 2AB', type: 'postcode' }, area: { slug: 'abbey-and-riverside' }, nearest: null });
    expect(located.coordinators[0]).toMatchObject({ slug: 'sian-prosser', role: 'lead' });
    expect(located.coordinators[0]?.open_doors.length).toBeGreaterThan(0);
  });

  it('reads part of a postcode, a village and a point', async () => {
    expect((await read('/api/v1/areas/locate?near=QX3', Located)).near.type).toBe('partial-postcode');
    expect((await read('/api/v1/areas/locate?near=Llanderw', Located)).area?.slug).toBe('cwm-derw');
    expect((await read('/api/v1/areas/locate?near=52.25,-3.008', Located)).area?.slug).toBe('abbey-and-riverside');
  });

  it('names the nearest area from outside every one', async () => {
    const located = await read('/api/v1/areas/locate?near=52.26,-3.5', Located);
    expect(located).toMatchObject({ area: null, nearest: { slug: 'cwm-derw' } });
  });
});

describe('GET /map/clusters', () => {
  it('shows on the map as many as the list can pin', async () => {
    const list = await read('/api/v1/assets?kind=group&per_page=100&bbox=-3.2,52.1,-2.8,52.4', AssetSearchPage);
    const map = await read('/api/v1/map/clusters?kind=group&bbox=-3.2,52.1,-2.8,52.4&zoom=11', Clusters);
    expect(map.total).toBe(list.total);
    expect(map.items.length).toBeLessThan(map.total);
  });

  it('falls apart into single pins with names when looked at closely', async () => {
    const map = await read('/api/v1/map/clusters?bbox=-3.012,52.248,-3.004,52.256&zoom=17', Clusters);
    const singles = map.items.filter(({ count }) => count === 1);
    expect(singles.length).toBeGreaterThan(0);
    for (const single of singles) expect(single.name).toBeTruthy();
  });
});

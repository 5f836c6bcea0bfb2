import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hints } from '../../api/contract/hint.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('GET /suggestions', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp('sample');
  });
  afterAll(() => test?.close());

  async function hints(query: Record<string, string>) {
    const answer = await test.app.inject({ url: '/api/v1/suggestions', query });
    expect(answer.statusCode, answer.body).toBe(200);
    return Hints.parse(answer.json()).items;
  }
  const slugs = async (query: Record<string, string>, type: string) =>
    (await hints(query)).filter((hint) => hint.type === type).map(({ slug }) => slug);

  it('offers topics by label and by wish, in both languages', async () => {
    expect(await slugs({ q: 'mus' }, 'topic')).toEqual(['music']);
    expect(await slugs({ q: 'something with my han' }, 'topic')).toEqual(['make', 'help-out']);
    expect(await slugs({ q: 'cwmn' }, 'topic')).toEqual(['company']);
    const [company] = await hints({ q: 'company' });
    expect(company).toEqual({
      type: 'topic',
      label: 'Company',
      label_cy: 'Cwmni',
      detail: 'have company',
      detail_cy: 'cael cwmni',
      slug: 'company',
    });
  });

  it('offers assets by beginnings, other words and slips of the pen', async () => {
    expect(await slugs({ q: 'six ton' }, 'asset')).toEqual(['six-tongues-choir']);
    expect(await slugs({ q: 'choir' }, 'asset')).toHaveLength(4);
    expect(await slugs({ q: 'tonges choir' }, 'asset')).toEqual(['six-tongues-choir']);
    const choir = (await hints({ q: 'six tongues' })).find(({ type }) => type === 'asset');
    expect(choir?.detail).toMatch(/^Group · /);
    expect(choir?.detail_cy).toMatch(/^Grŵp · /);
  });

  it('offers the nearest where it is known from where, and shrugs at a place that it does not know', async () => {
    const first = async (near: string) => (await slugs({ q: 'choir', near }, 'asset'))[0];
    expect(await first('52.2535,-3.0045')).not.toBe(await first('52.272,-3.1'));
    expect(await slugs({ q: 'choir', near: 'nowhere at all' }, 'asset')).toHaveLength(4);
  });

  it('offers towns, streets and landmarks, and postcodes first when one is begun', async () => {
    expect(await hints({ q: 'llande' })).toContainEqual({
      type: 'place',
      label: 'Llanderw',
      label_cy: null,
      detail: 'Village',
      detail_cy: 'Pentref',
      slug: 'Llanderw',
    });
    const [first] = await hints({ q: 'qx3 2' });
    expect(first).toMatchObject({ type: 'place', detail: 'Postcode' });
    expect(first?.label).toMatch(/^QX3 2[A-Z]{2}$/);
    const located = await test.app.inject({ url: '/api/v1/areas/locate', query: { near: first?.slug ?? '' } });
    expect(located.statusCode).toBe(200);
  });

  it('is a good mix of eight at most, or fewer when asked', async () => {
    for (const q of ['a', 'ab', 'c', 'co', 'm', 'ca', 's', 'gar']) {
      const items = await hints({ q });
      const count = (type: string) => items.filter((hint) => hint.type === type).length;
      expect(items.length, q).toBeLessThanOrEqual(8);
      expect([count('topic') <= 2, count('asset') <= 4, count('place') <= 3], q).toEqual([true, true, true]);
      expect(count('asset'), q).toBeGreaterThan(0);
    }
    expect(await hints({ q: 'co', limit: '3' })).toHaveLength(3);
    expect(await hints({ q: '' })).toEqual([]);
    expect(await hints({})).toEqual([]);
  });

  it('leads whoever may be in need to who answers today, first, and guesses nothing else', async () => {
    for (const q of ['suicide', 'suicid', 'suicde', 'i want to die', 'hungry', 'hunanladdiad'])
      expect((await hints({ q }))[0], q).toMatchObject({ type: 'help', slug: 'help-now' });
    for (const q of ['choir', 'sui', 'hung', 'cooking']) expect(await slugs({ q }, 'help'), q).toEqual([]);
    expect(await slugs({ q: 'suicide' }, 'asset')).toEqual([]);
  });

  it('never offers a service', async () => {
    const rows = await test.deps.db.query<{ name: string }>('test-signposts', 'select name from signposts');
    expect(rows.length).toBeGreaterThan(5);
    for (const { name } of rows) expect((await hints({ q: name })).map(({ label }) => label)).not.toContain(name);
  });

  it('refuses what it does not understand, and says the fix', async () => {
    const answer = await test.app.inject('/api/v1/suggestions?q=choir&limit=99');
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ detail: string }>().detail).toContain('at most 8');
  });
});

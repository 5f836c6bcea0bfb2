import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAssets } from '../../api/assets/search-assets.ts';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import { createTestDeps } from '../support/test-deps.ts';

describe('someone who may be in need', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  beforeAll(async () => {
    deps = await createTestDeps('sample');
  });
  afterAll(() => deps?.close());
  const find = async (q: string) => (await searchAssets(deps, AssetQuery.parse({ q }))).items;

  it.each([
    'he hits me',
    'my husband hits me',
    'I’m afraid of my husband',
    'scared at home',
    'I can’t go on',
    'lladd fy hun',
    'mae fy ngŵr yn fy nharo',
    'raped',
    'nowhere to sleep tonight',
    'overdose',
    'my partner is violent',
  ])('is led from “%s” to somebody who answers, and to nothing else', async (words) => {
    const items = await find(words);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ type }) => type === 'asset').map(({ slug }) => slug)).toEqual([]);
  });

  it.each([
    ['he hits me', 'safe-step'],
    ['my husband hits me', 'safe-step'],
    ['I was raped last night', 'after-harm-centre'],
    ['nowhere to sleep tonight', 'marches-night-desk'],
  ])('is led from “%s” to %s first', async (words, slug) => {
    expect((await find(words))[0]?.slug).toBe(slug);
  });

  it.each(['anxious', 'anxiety', 'panic', 'worried', 'so stressed', 'teimlo’n bryderus', 'gorbryder'])(
    'is not everyone who says “%s”: calm company comes first, and those who answer are there, too',
    async (q) => {
      const { items, facets } = await searchAssets(deps, AssetQuery.parse({ q }));
      expect(items[0]?.type).toBe('asset');
      expect(items.map(({ slug }) => slug)).toContain('tai-chi-r-festri');
      expect(facets.kind.signpost).toBeGreaterThan(0);
    },
  );

  it('with a panic attack finds services alone', async () => {
    expect((await find('panic attack')).filter(({ type }) => type === 'asset')).toEqual([]);
  });

  it('is not everyone who cannot go on their own', async () => {
    expect((await find('I can’t go on my own')).some(({ type }) => type === 'asset')).toBe(true);
  });
});

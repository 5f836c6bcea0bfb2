import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetDocument } from '../../api/search/asset-index.ts';
import type { Asked } from './asked.ts';
import { documents, middle } from './documents.ts';

const near = { near: { point: middle, radiusMetres: null } };

/** More documents for a while, with words that no other holds. */
const extra: AssetDocument[] = [
  made('oompah fix', {}),
  made('oompah one', { summary: 'we fix what you bring' }),
  made('oompah two', { body: 'sometimes we fix a toaster' }),
  made('oompah repair', {}),
  made('oompah three', { keywords: 'swap and mend' }),
  made('great wozzle hall of honour', { point: metresNorth(20_000) }),
  made('wozzle church', { body: 'there is a hall behind', point: metresNorth(300) }),
  made('wozzle yard', { body: 'opposite the church', point: metresNorth(200) }),
  made('upper wozzle barn', { point: metresNorth(2_500) }),
  made('sunday sheds', { body: 'across the road from wozzle barn', point: metresNorth(300) }),
  made('grumbold', { point: metresNorth(20_000) }),
  made('old mill', { body: 'by the grumbold', point: metresNorth(100) }),
  made('clay for all', { keywords: 'make things make something with my hands' }),
  made('the zizzle seat', {}),
  made('zizzle seat makers of the valley', { quality: 100 }),
  made('hungary evenings', {}),
  made('zebra club', {}),
  made('zebra line', { id: 'signpost-zebra-line', tier: 1, kind: 'signpost' }),
];

export function describeRanking(asked: Asked): void {
  describe('what stands first', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('is what has the word itself, by name, summary and text; then names by another word for it, then labels', async () => {
      const found = await asked.find('oompah fix', 20);
      expect(found).toEqual(['oompah-fix', 'oompah-one', 'oompah-two', 'oompah-repair', 'oompah-three']);
    });

    it('is near rather than a better name twenty kilometres away', async () => {
      expect(await asked.slugs({ text: 'wozzle hall', filters: near })).toEqual(['wozzle-church', 'great-wozzle-hall-of-honour']);
    });

    it('is a name within a few kilometres rather than a mention around the corner', async () => {
      expect(await asked.slugs({ text: 'wozzle barn', filters: near })).toEqual(['upper-wozzle-barn', 'sunday-sheds']);
    });

    it('is the very name that was typed, wherever it is, before a mention around the corner', async () => {
      expect(await asked.slugs({ text: 'grumbold', filters: near })).toEqual(['grumbold', 'old-mill']);
    });

    it('is a whole name, with or without words that say nothing', async () => {
      expect(await asked.find('zizzle seat')).toEqual(['the-zizzle-seat', 'zizzle-seat-makers-of-the-valley']);
      expect(await asked.find('the zizzle seat')).toEqual(['the-zizzle-seat', 'zizzle-seat-makers-of-the-valley']);
    });
  });

  describe('words that say nothing', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('are not asked for while others remain', async () => {
      expect(await asked.find('something to do with my hands')).toEqual(['clay-for-all']);
      expect(await asked.find('i would like to zizzle')).toContain('the-zizzle-seat');
    });

    it('are asked for when there is nothing else', async () => {
      expect(await asked.find('the', 100)).toContain('the-long-bench');
    });
  });

  describe('someone in distress', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('is not given another word for theirs', async () => {
      expect(await asked.find('hungry')).toEqual([]);
    });

    it('is given services or nothing when nothing holds all words', async () => {
      expect(await asked.find('hungry zebra')).toEqual(['zebra-line']);
      expect(await asked.find('quick zebra')).toEqual(['zebra-club', 'zebra-line']);
    });
  });
}

function metresNorth(metres: number) {
  return { lat: middle.lat + metres / 111_195, lng: middle.lng };
}

function made(name: string, more: Partial<AssetDocument>): AssetDocument {
  const [first] = documents;
  if (!first) throw new Error('no documents');
  const slug = name.replaceAll(' ', '-');
  const blank = { summary: '', keywords: '', body: '', topics: [], next_at: null, quality: 50, point: null };
  return { ...first, ...blank, id: `asset-${slug}`, slug, name, name_sort: name, ...more };
}

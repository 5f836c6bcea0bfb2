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
  made('zizzle seat makers of the valley', { standing: 5 }),
  made('hungary evenings', {}),
  made('zebra club', {}),
  made('abbey grockle church', {
    kind: 'institution',
    summary: 'worship hall hire and plimsoll',
    body: 'a flumpet on sundays',
    standing: 4,
  }),
  made('tuesday people', { summary: 'we play plimsoll', standing: 1 }),
  made('friday people', { keywords: 'plimsoll', standing: 3 }),
  made('plimsoll school', { kind: 'institution', standing: 2 }),
  made('cellar people', { body: 'some of us play the flumpet', standing: 1 }),
  made('vimble early', { standing: 5, next_at: 2_000_000_000 }),
  made('vimble soon', { standing: 5, next_at: 1_900_000_000 }),
  made('vimble house', { kind: 'institution', standing: 4, next_at: 1_800_000_000 }),
  made('vimble ageing', { standing: 3, next_at: 1_700_000_000 }),
  made('vimble stale', { standing: 1, next_at: 1_600_000_000 }),
  made('quoffle stale', { standing: 1, point: metresNorth(900) }),
  made('quoffle fresh', { standing: 5, point: metresNorth(1_500) }),
  made('quoffle further', { standing: 5, point: metresNorth(3_000) }),
  made('zebra line', { id: 'signpost-zebra-line', tier: 1, kind: 'signpost' }),
];

export function describeRanking(asked: Asked): void {
  describe('what stands first', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('is what has the word itself in name or summary, then names by another word for it; then what mentions it, then labels', async () => {
      const found = await asked.find('oompah fix', 20);
      expect(found).toEqual(['oompah-fix', 'oompah-one', 'oompah-repair', 'oompah-two', 'oompah-three']);
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

  describe('what stands first among equally good matches', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('is what was checked of late, then what neighbours run themselves, then what is on soonest; what is stale sinks', async () => {
      expect(await asked.find('vimble')).toEqual(['vimble-soon', 'vimble-early', 'vimble-house', 'vimble-ageing', 'vimble-stale']);
    });

    it('is never what is stale and as near', async () => {
      expect(await asked.slugs({ text: 'quoffle', filters: near })).toEqual(['quoffle-fresh', 'quoffle-further', 'quoffle-stale']);
    });
  });

  describe('an institution', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('is found by its name as anyone is, but what it says of much stands after those whose work it is', async () => {
      expect(await asked.find('plimsoll')).toEqual(['plimsoll-school', 'tuesday-people', 'friday-people', 'abbey-grockle-church']);
      expect(await asked.find('flumpet')).toEqual(['cellar-people', 'abbey-grockle-church']);
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
      expect(await asked.find('zebra quick')).toEqual(['zebra-club', 'zebra-line']);
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
  const blank = { summary: '', keywords: '', body: '', topics: [], next_at: null, standing: 3, point: null };
  return { ...first, ...blank, id: `asset-${slug}`, slug, name, name_sort: name, ...more };
}

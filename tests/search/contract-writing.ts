import { describe, expect, it } from 'vitest';
import type { Asked } from './asked.ts';
import { documents } from './documents.ts';

export function describeWriting(asked: Asked): void {
  describe('writing', () => {
    const [first] = documents;

    it('puts and removes as often as one likes, with the same outcome', async () => {
      if (!first) throw new Error('no documents');
      const changed = { ...first, id: 'asset-changed', slug: 'changed', name: 'quokka club', name_sort: 'quokka club' };
      await asked.index().put([changed]);
      await asked.index().put([changed]);
      expect(await asked.find('quokka')).toEqual(['changed']);
      await asked.index().put([{ ...changed, name: 'wombat club', name_sort: 'wombat club' }]);
      expect(await asked.find('quokka')).toEqual([]);
      expect(await asked.find('wombat')).toEqual(['changed']);
      await asked.index().remove(['asset-changed']);
      await asked.index().remove(['asset-changed', 'asset-never-there']);
      expect(await asked.find('wombat')).toEqual([]);
      expect((await asked.ask({})).total).toBe(documents.length);
    });

    it('keeps no corrections towards words that are gone', async () => {
      if (!first) throw new Error('no documents');
      await asked.index().put([{ ...first, id: 'asset-gone', slug: 'gone', name: 'gardinering', name_sort: 'gardinering' }]);
      await asked.index().remove(['asset-gone']);
      expect(await asked.find('gardinerin')).not.toContain('gone');
    });

    it('takes nothing at all', async () => {
      await asked.index().put([]);
      await asked.index().remove([]);
      expect((await asked.ask({})).total).toBe(documents.length);
    });

    it('rebuilds without a moment in which less is found', async () => {
      let rebuilding = true;
      const seen = new Set<number>();
      const reader = (async () => {
        while (rebuilding) seen.add((await asked.ask({ text: '', filters: { kinds: ['group'] } })).total);
      })();
      const written: number[] = [];
      for (let round = 0; round < 3; round += 1) await asked.index().rebuild(inBatches(20), (count) => written.push(count));
      rebuilding = false;
      await reader;
      expect([...seen]).toEqual([documents.filter((document) => document.kind === 'group').length]);
      expect(written.at(-1)).toBe(documents.length);
    });

    it('rebuilds to exactly what it was given', async () => {
      await asked.index().rebuild(inBatches(20, documents.slice(10)));
      expect((await asked.ask({})).total).toBe(documents.length - 10);
      expect(await asked.find('gwau')).toEqual([]);
      await asked.index().rebuild(inBatches(20));
      expect((await asked.ask({})).total).toBe(documents.length);
      expect(await asked.find('gwau')).toEqual(['knit-and-natter']);
    });
  });
}

async function* inBatches(size: number, from = documents) {
  for (let start = 0; start < from.length; start += size) yield from.slice(start, start + size);
}

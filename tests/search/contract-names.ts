import { describe, expect, it } from 'vitest';
import type { Asked } from './asked.ts';
import { middle } from './documents.ts';

export function describeNames(asked: Asked): void {
  describe('names', () => {
    const named = async (text: string, near: typeof middle | null = null, limit = 4) =>
      (await asked.index().named({ text, near, limit })).map((id) => id.replace(/^(asset|signpost)-/, ''));

    it('are found by their beginnings, and not by what is said elsewhere', async () => {
      expect(await named('allo')).toEqual(['abbey-allotment-society', 'riverside-allotments'].sort());
      expect((await named('knit', null, 9)).sort()).toEqual(['knit-and-natter', 'knitting-circle']);
      expect(await named('wool')).toEqual([]);
    });

    it('are found in Welsh, and by another word that means the same', async () => {
      expect(await named('gwau')).toEqual(['knit-and-natter']);
      expect(await named('choir')).toContain('cor-meibion-glan-yr-afon');
    });

    it('forgive slips of the pen where nothing is called so', async () => {
      expect(await named('alotment')).toHaveLength(2);
      expect(await named('xqzvwk')).toEqual([]);
    });

    it('stand nearest first where it is known from where', async () => {
      expect(await named('allotment', middle)).toEqual(['riverside-allotments', 'abbey-allotment-society']);
      const far = { lat: middle.lat + 0.02, lng: middle.lng };
      expect(await named('allotment', far)).toEqual(['abbey-allotment-society', 'riverside-allotments']);
    });

    it('are never those of services', async () => {
      expect(await named('samaritans')).toEqual([]);
      expect(await named('knitting needle')).toEqual([]);
    });

    it('are none for no words', async () => {
      expect(await named('')).toEqual([]);
      expect(await named('🧶')).toEqual([]);
    });
  });
}

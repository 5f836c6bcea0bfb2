import { describe, expect, it } from 'vitest';
import type { Asked } from './asked.ts';
import { hostileTexts } from './hostile-texts.ts';

export function describeWords(asked: Asked): void {
  describe('words', () => {
    it.each([
      ['one letter missing, from four letters on', 'alotment', 'abbey-allotment-society'],
      ['one letter too many', 'chhoir', 'cor-meibion-glan-yr-afon'],
      ['one letter wrong', 'knotting', 'knitting-circle'],
      ['two letters swapped', 'tenins', 'tennis-for-all'],
      ['two edits, from eight letters on', 'phtograpy', 'photography-walks'],
      ['two edits in the middle', 'samaratens', 'samaritans-listening-line'],
      ['an error while still typing', 'photogrqph', 'photography-walks'],
      ['an error in one of two words', 'comunity garden', 'community-garden'],
    ])('forgives %s', async (_, text, slug) => {
      expect(await asked.find(text)).toContain(slug);
    });

    it('takes no word for one that begins with another letter', async () => {
      expect(await asked.find('library')).toContain('aberhaven-library');
      expect(await asked.find('fibrary')).toEqual([]);
      expect(await asked.find('liprary')).toContain('aberhaven-library');
    });

    it('forgives nothing in words of three letters', async () => {
      expect(await asked.find('dig')).not.toContain('dog-walkers-of-the-common');
    });

    it.each(['ukul', 'river sw', 'u', 'uk', 'Aberhaven Bra'])('takes the last word as a beginning: %s', async (text) => {
      expect(await asked.find(text)).toContain(
        { ukul: 'ukulele-sundays', 'river sw': 'river-swimmers', u: 'ukulele-sundays', uk: 'ukulele-sundays' }[text] ?? 'aberhaven-brass',
      );
    });

    it.each([
      ['cor meibion', 'cor-meibion-glan-yr-afon'],
      ['CÔR', 'cor-meibion-glan-yr-afon'],
      ['ty gwyn', 'ty-gwyn-tea-room'],
      ['tŷ gwyn', 'ty-gwyn-tea-room'],
      ['repair cafe', 'repair-cafe'],
      ['neuadd', 'riverside-hall'],
      ['st beunos', 'st-beunos-church'],
      ["st beuno's", 'st-beunos-church'],
      ['st beuno', 'st-beunos-church'],
    ])('reads letters with and without their marks: %s', async (text, slug) => {
      expect((await asked.find(text))[0]).toBe(slug);
    });

    it.each([
      ['allotment', 'riverside-allotments'],
      ['allotments', 'abbey-allotment-society'],
      ['church', 'churches-together'],
      ['churches', 'st-beunos-church'],
      ['lady', 'ladies-bowls-club'],
      ['libraries', 'aberhaven-library'],
      ['buses', null],
    ])('holds singular and plural for one: %s', async (text, slug) => {
      if (slug) expect(await asked.find(text)).toContain(slug);
      else expect(await asked.find(text)).toEqual([]);
    });

    it('knows words that mean the same, phrases too', async () => {
      expect(await asked.find('singing')).toEqual(expect.arrayContaining(['cor-meibion-glan-yr-afon']));
      expect(await asked.find('knitting')).toContain('knit-and-natter');
      expect(await asked.find('fix')).toContain('repair-cafe');
      expect(await asked.find('time bank')).toContain('timebank-aberhaven');
    });

    it('wants all words while something holds them all', async () => {
      expect(await asked.find('community garden')).toEqual(['community-garden']);
    });

    it('settles for most of the words when nothing holds them all', async () => {
      expect(await asked.find('knitting zebra')).toContain('knitting-circle');
      expect((await asked.find('the orchard of wibbledom'))[0]).toBe('orchard-friends');
    });

    it('finds nothing where there is nothing', async () => {
      expect(await asked.ask({ text: 'xqzvwk' })).toMatchObject({ ids: [], total: 0 });
    });

    it('puts a name before a mention, and a whole name first', async () => {
      const found = await asked.find('library');
      expect(found.slice(0, 2).sort()).toEqual(['aberhaven-library', 'library-of-things']);
      expect((await asked.find('the long bench'))[0]).toBe('the-long-bench');
      expect((await asked.find('community'))[0]).toMatch(/^community/);
    });

    it('counts ten words and no more', async () => {
      const ten = 'boats in bridge street the great flood of 1947 in';
      expect(ten.split(' ')).toHaveLength(10);
      expect(await asked.find(`${ten} zebra giraffe`)).toEqual(['the-great-flood-of-1947']);
    });

    it('takes any text without failing', async () => {
      for (const text of hostileTexts) expect(await asked.ask({ text }), JSON.stringify(text)).toMatchObject({ total: expect.any(Number) });
    });

    it.each([
      ['joined', 'repaircafe', 'repair-cafe'],
      ['split', 'uku lele', 'ukulele-sundays'],
      ['with its first letter turned, as in Welsh', 'gor meibion', 'cor-meibion-glan-yr-afon'],
      ['with a breath', 'chor meibion', 'cor-meibion-glan-yr-afon'],
      ['with -ing where the listing has none', 'orcharding', 'orchard-friends'],
    ])('finds words %s: %s', async (_, text, slug) => {
      expect(await asked.find(text)).toContain(slug);
    });
  });
}

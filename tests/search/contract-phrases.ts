import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetDocument } from '../../api/search/asset-index.ts';
import type { Asked } from './asked.ts';
import { documents } from './documents.ts';

/** `lonesome` and `nobody to talk to` mean company and chat, `my knees won't let me run any more` means ukulele: see `asked.ts`. */
const extra: AssetDocument[] = [
  made('wurzle table', { topics: ['company'], summary: 'come for a chat' }),
  made('wurzle bench', { topics: ['company'] }),
  made('wurzle chat', {}),
  made('wurzle pumps', {}),
  made('wurzle line', { id: 'signpost-wurzle-line', tier: 1, kind: 'signpost', topics: ['company'] }),
];

export function describePhrases(asked: Asked): void {
  describe('phrases that mean more than they say', () => {
    beforeAll(() => asked.index().put(extra));
    afterAll(() => asked.index().remove(extra.map((document) => document.id)));

    it('find what is of their topics or holds their words, and nothing else', async () => {
      const found = await asked.find('wurzle lonesome');
      expect(found.slice(0, 3).sort()).toEqual(['wurzle-bench', 'wurzle-chat', 'wurzle-table']);
      expect(found.slice(3)).toEqual(['wurzle-line']);
    });

    it('say what they were taken to mean', async () => {
      expect((await asked.ask({ text: 'wurzle, I feel lonesome' })).meant).toEqual([
        { phrase: 'lonesome', topics: ['company'], words: ['chat'], language: 'en' },
      ]);
      expect((await asked.ask({ text: 'wurzle' })).meant).toEqual([]);
    });

    it('are known with slips of the pen', async () => {
      expect(await asked.find('wurzle nobdy to talk to')).toContain('wurzle-bench');
      expect(await asked.find('wurzle lonesmoe')).toContain('wurzle-bench');
    });

    it('count as one of the ten words, however long', async () => {
      const found = await asked.find("my knees won't let me run any more my knees won't let me run any more sundays");
      expect(found).toEqual(['ukulele-sundays']);
    });

    it('are plain words between quotation marks', async () => {
      expect((await asked.ask({ text: '“wurzle lonesome”' })).meant).toEqual([]);
    });
  });
}

function made(name: string, more: Partial<AssetDocument>): AssetDocument {
  const [first] = documents;
  if (!first) throw new Error('no documents');
  const slug = name.replaceAll(' ', '-');
  const blank = { summary: '', keywords: '', body: '', topics: [], next_at: null, standing: 3, point: null };
  return { ...first, ...blank, id: `asset-${slug}`, slug, name, name_sort: name, ...more };
}

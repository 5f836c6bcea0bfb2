import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingName } from '../../api/contract/settings.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { createDatabase, poolSettings } from '../../api/db/database.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createLiveVocabulary } from '../../api/search/live-vocabulary.ts';
import { rowKey } from '../../api/search/own-entries.ts';
import { vocabularyPath } from '../../api/search/vocabulary.ts';
import { changeSetting, undoChange } from '../../api/settings/change-setting.ts';
import { listSettingChanges } from '../../api/settings/list-settings.ts';
import { listShippedWords, tryPhrase } from '../../api/settings/try-phrase.ts';
import { noFilters } from '../search/asked.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestDeps } from '../support/test-deps.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
let steward: SignedIn;
let otherPool: pg.Pool;
beforeAll(async () => {
  deps = await createTestDeps('sample');
  steward = (await signIn({ deps }, 'steward')).viewer;
  otherPool = new pg.Pool(poolSettings(deps.url));
  otherPool.on('error', () => undefined);
});
afterAll(async () => {
  await otherPool?.end();
  await deps?.close();
});

const set = (setting: SettingName, values: object) => changeSetting(deps, steward, { setting, subject: null, values });
const phrase = (phrases: string[], words: string[], topics: string[] = []) => set('phrase', { phrases, topics, words, language: 'en' });
const undoLast = async () => undoChange(deps, steward, (await listSettingChanges(deps, steward, {}))[0]?.id ?? 0);
const meaning = (key: string) => deps.vocabulary.current().phrases.get(key);

describe('stewards’ own words', () => {
  it('are live in every process, once it has asked', async () => {
    const db = createDatabase(otherPool);
    const vocabulary = createLiveVocabulary(db, vocabularyPath, { warn: () => undefined });
    const other = createEmbeddedIndex(db, vocabulary);
    const words = 'the telly has gone wonky';
    const query = { text: words, filters: noFilters, sort: 'relevance', offset: 0, limit: 10 } as const;
    const [here, there] = [await deps.embeddedIndex.search(query), await other.search(query)];
    expect([here.meant, there.meant]).toEqual([[], []]);
    await phrase([words], ['repair café'], ['mend']);
    await vocabulary.refresh();
    for (const index of [deps.embeddedIndex, other])
      expect((await index.search(query)).meant).toMatchObject([{ phrase: words, topics: ['mend'] }]);
    await undoLast();
    await vocabulary.refresh();
    expect((await other.search(query)).meant).toEqual([]);
  });

  it('leave the vocabulary the same object while nothing was changed', async () => {
    const known = deps.vocabulary.current();
    await deps.vocabulary.refresh();
    expect(deps.vocabulary.current()).toBe(known);
  });

  it('stand in the place of the shipped phrase, and can take it away', async () => {
    expect(meaning('lonely')?.topics).toEqual(['company']);
    await phrase(['Lonely'], ['kites']);
    expect(meaning('lonely')).toMatchObject({ topics: [], words: ['kites'] });
    await undoLast();
    expect(meaning('lonely')?.topics).toEqual(['company']);
    await phrase(['lonely'], []);
    expect(meaning('lonely')).toBeUndefined();
    await undoLast();
  });

  it('that mean the same are added, and stand in the place of a shipped row', async () => {
    const others = (word: string) => deps.vocabulary.current().synonyms.get(word) ?? [];
    await set('synonyms', { words: ['kite', 'barcud'] });
    expect(others('barcud')).toEqual(['kite']);
    const row = deps.vocabulary.shipped().synonyms.find((words) => words.includes('tapestry')) ?? [];
    expect(others('tapestry')).toContain('embroidery');
    await set('synonyms', { words: [], replaces: rowKey(row) });
    expect(others('tapestry')).not.toContain('embroidery');
    await undoLast();
    expect(others('tapestry')).toContain('embroidery');
  });

  it.each([
    ['something for the elderly', 'label'],
    ['service users', 'label'],
    ['pobl fregus neu henoed', 'label'],
    ['I want to die', 'distress'],
    ['he hits me', 'distress'],
    ['hungry', 'distress'],
    ['digartref', 'distress'],
    ['the', 'says-nothing'],
  ])('say what people say, never what they are, and nothing said in need: %s', async (text, wrong) => {
    expect(await phrase([text], ['tea'])).toEqual({ wrong: [{ field: 'phrases', wrong }] });
    expect(await set('synonyms', { words: ['tea', text] })).toEqual({ wrong: [{ field: 'words', wrong }] });
  });

  it('are words of an activity, which label nobody either', async () => {
    expect(await phrase(['something gentle'], ['club for the disabled'])).toEqual({ wrong: [{ field: 'words', wrong: 'label' }] });
    expect(await phrase(['in the old days'], ['history'])).toHaveProperty('subject');
    await undoLast();
  });

  it('never take away a row that leads somebody in need to help', async () => {
    const { synonyms } = await listShippedWords(deps, steward);
    const rows = synonyms.filter(({ leadsToHelp }) => leadsToHelp);
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows)
      expect(await set('synonyms', { words: [], replaces: key })).toEqual({ wrong: [{ field: null, wrong: 'led-to-help' }] });
  });

  it('are tried before anyone relies on them', async () => {
    await phrase(['my bike has a flat'], ['bike'], []);
    const { meant, total } = await tryPhrase(deps, steward, 'my bike has a flat');
    expect(meant).toMatchObject([{ phrase: 'my bike has a flat', words: ['bike'] }]);
    expect(total).toBeGreaterThan(0);
  });

  it('that cannot be read leave what was known, with one warning', async () => {
    const warnings: string[] = [];
    let isAway = false;
    const db = { query: ((...given) => (isAway ? Promise.reject(new Error('away')) : deps.db.query(...given))) as typeof deps.db.query };
    const vocabulary = createLiveVocabulary(db, vocabularyPath, { warn: (message) => warnings.push(message) });
    await vocabulary.refresh();
    const known = vocabulary.current();
    isAway = true;
    await vocabulary.refresh();
    await vocabulary.refresh();
    expect(vocabulary.current()).toBe(known);
    expect(warnings).toHaveLength(1);
  });
});

import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDistressWord } from '../../api/search/distress-words.ts';
import { parsePhrases } from '../../api/search/phrases.ts';
import { queryTerms } from '../../api/search/query-terms.ts';
import { queryWords } from '../../api/search/query-words.ts';
import { vocabularyPath, watchVocabulary } from '../../api/search/vocabulary.ts';

describe('the vocabulary', () => {
  let folder: string;
  let age = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
    age += 5_000;
    utimesSync(join(folder, name), new Date(), new Date(Date.now() + age));
  }

  it('is read again when a file has changed, and kept when one cannot be read, with one warning', () => {
    const warnings: string[] = [];
    write('synonyms.json', '[["choir", "singing"]]');
    write('phrases.json', '[{ "phrases": ["lonely"], "topics": ["company"], "words": [] }]');
    const source = watchVocabulary(folder, { warn: (message) => warnings.push(message), lookAgainMs: 0 });
    expect(source.current().synonyms.get('choir')).toEqual(['singing']);
    expect(source.current().phrases.get('lonely')?.topics).toEqual(['company']);
    expect(source.current()).toBe(source.current());

    write('phrases.json', '[{ "phrases": ["lonely"], "topics": ["eat"], "words": [] }]');
    expect(source.current().phrases.get('lonely')?.topics).toEqual(['eat']);

    write('phrases.json', '[{ "phrases": "lonely" }]');
    write('synonyms.json', 'not json');
    expect(source.current().phrases.get('lonely')?.topics).toEqual(['eat']);
    expect(source.current().synonyms.get('choir')).toEqual(['singing']);
    source.current();
    expect(warnings).toHaveLength(2);
  });
});

describe('phrases', () => {
  const vocabulary = {
    synonyms: new Map(),
    phrases: parsePhrases([
      { phrases: ['my wife'], topics: ['company'], words: [] },
      { phrases: ['miss my wife', 'missing my wife'], topics: [], words: ['grief café'] },
    ]),
  };
  const meanings = (text: string, forgiving = false) =>
    queryTerms(queryWords(text), vocabulary, { forgiving }).flatMap(({ meaning }) => meaning?.phrase ?? []);

  it('are found inside other words, the longest first', () => {
    expect(meanings('I miss my wife so much')).toEqual(['miss my wife']);
    expect(meanings('a walk with my wife')).toEqual(['my wife']);
  });

  it('are forgiven slips only when asked to', () => {
    expect(meanings('I mis my wfe')).toEqual([]);
    expect(meanings('missing my wiife', true)).toEqual(['missing my wife']);
    expect(meanings('I missmy wife', true)).toEqual(['miss my wife']);
  });

  it('in several entries mean all of them', () => {
    const phrases = parsePhrases([
      { phrases: ['skint'], topics: ['eat'], words: ['larder'] },
      { phrases: ['Skint!'], topics: ['warm', 'eat'], words: [] },
    ]);
    expect(phrases.get('skint')).toEqual({ phrase: 'skint', topics: ['eat', 'warm'], words: ['larder'], language: 'en' });
  });
});

describe('the phrase list of the sample', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const entries = read(join(vocabularyPath, 'phrases.json')) as {
    phrases: string[];
    topics: string[];
    words: string[];
    language?: string;
  }[];
  const phrases = parsePhrases(entries);
  it('has 300 entries in English and 80 in Welsh', () => {
    const welsh = entries.filter(({ language }) => language === 'cy').length;
    expect(welsh).toBeGreaterThanOrEqual(80);
    expect(entries.length - welsh).toBeGreaterThanOrEqual(300);
  });

  it('names only topics that there are', () => {
    const known = (read(join(vocabularyPath, '..', 'topics.json')) as { slug: string }[]).map(({ slug }) => slug);
    expect(known).toEqual(expect.arrayContaining([...new Set(entries.flatMap(({ topics }) => topics))]));
  });

  it('labels nobody, and leaves people in distress to those who help', () => {
    const labels =
      /\b(elderly|disabled|vulnerable|at risk|service users?|patients?|clients?|sufferers?|the (old(?! day)|aged|poor|needy|blind|deaf|mentally)|mental)\b/i;
    expect([...phrases.keys()].filter((key) => labels.test(key) || key.split(' ').some(isDistressWord))).toEqual([]);
  });

  it('says each phrase once', () => {
    const all = entries.flatMap((entry) => entry.phrases);
    expect(all.length).toBe(phrases.size);
  });
});

import { describe, expect, it } from 'vitest';
import { explainBest, explainMatch } from '../../api/search/explain-match.ts';
import { queryTerms } from '../../api/search/query-terms.ts';
import { queryWords } from '../../api/search/query-words.ts';
import { vocabulary } from './asked.ts';

const document = {
  name: 'cor y bont | bridge singers',
  summary: 'a welsh choir for every voice',
  keywords: 'music sing and play',
  topics: ['company'],
  body: 'we meet at the chapel and mend robes with needles',
};
const explain = (text: string) => explainMatch(document, queryTerms(queryWords(text), vocabulary.current()));

describe('why a document is found', () => {
  it.each([
    ['bridges', 'word-in-name', '“bridges” stands in its name.'],
    ['choir', 'word-in-summary', '“choir” stands in its summary.'],
    ['music', 'word-in-labels', '“music” stands in its labels.'],
    ['chapel', 'word-in-text', '“chapel” stands in its longer text.'],
    ['brid', 'beginning-in-name', '“brid” begins “bridge” in its name.'],
    ['needl', 'beginning-in-text', '“needl” begins “needles” in its longer text.'],
    ['singing', 'other-word-in-name', '“singing” is also said “cor”, which stands in its name.'],
    ['fix', 'other-word-in-text', '“fix” is also said “mend”, which stands in its longer text.'],
    ['lonesome', 'phrase-topic', '“lonesome” may mean the topic “company”.'],
    ['chior', 'corrected-in-summary', '“chior” was taken for “choir”, which stands in its summary.'],
    ['zebra', 'word-left-out', '“zebra” is not here; little or nothing held all the words.'],
  ])('says how “%s” is there', (text, reason, detail) => {
    expect(explain(text)).toMatchObject([{ reason, detail, word: text }]);
  });

  it('says of a word that was put right what it was taken for, and how that is there', () => {
    const lists = ['zinging robes', 'singing robes'].map((text) => queryTerms(queryWords(text), vocabulary.current()));
    expect(explainBest(document, lists)).toEqual([
      {
        ...{ reason: 'other-word-in-name', typed: 'zinging', word: 'singing', held: 'cor' },
        detail: '“zinging” was taken for “singing”. “singing” is also said “cor”, which stands in its name.',
      },
      { reason: 'word-in-text', word: 'robes', detail: '“robes” stands in its longer text.' },
    ]);
    expect(explainBest(document, lists.toReversed())[0]?.detail).toBe('“singing” is also said “cor”, which stands in its name.');
  });

  it('gives whoever says it in words of their own what it is about', () => {
    const told = ['brid', 'fix', 'lonesome', 'chior'].map((text) => explain(text)[0]);
    expect(told.map((why) => [why?.held, why?.topic])).toEqual([
      ['bridge', undefined],
      ['mend', undefined],
      [undefined, 'company'],
      ['choir', undefined],
    ]);
  });

  it('says one thing of each word, the one that counts most', () => {
    expect(explain('welsh singers chapl').map(({ reason }) => reason)).toEqual(['word-in-summary', 'word-in-name', 'corrected-in-text']);
    expect(explain('')).toEqual([]);
  });
});

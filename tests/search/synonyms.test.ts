import { describe, expect, it } from 'vitest';
import { parseSynonyms } from '../../api/search/synonyms.ts';

describe('synonyms', () => {
  it('are folded as documents and queries are', () => {
    expect(parseSynonyms([['Côr', 'Choirs', 'Repair Cafés']])).toEqual(
      new Map([
        ['cor', ['choir', 'repair cafe']],
        ['choir', ['cor', 'repair cafe']],
        ['repair cafe', ['cor', 'choir']],
      ]),
    );
  });

  it('keep groups apart that share a phrase', () => {
    const meanings = parseSynonyms([
      ['company', 'friends'],
      ['lonely', 'company'],
    ]);
    expect(meanings.get('company')).toEqual(['friend', 'lonely']);
    expect(meanings.get('lonely')).toEqual(['company']);
  });
});

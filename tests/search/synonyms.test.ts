import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSynonyms, synonymPath, watchSynonyms } from '../../api/search/synonyms.ts';

describe('synonyms', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'synonyms-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

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

  it('are read again when the file has changed, and kept when it cannot be read', () => {
    const path = join(folder, 'synonyms.json');
    const warnings: string[] = [];
    writeFileSync(path, '[["choir", "singing"]]');
    const source = watchSynonyms(path, { warn: (message) => warnings.push(message), lookAgainMs: 0 });
    expect(source.current().get('choir')).toEqual(['singing']);

    writeFileSync(path, '[["choir", "canu"]]');
    utimesSync(path, new Date(), new Date(Date.now() + 5_000));
    expect(source.current().get('choir')).toEqual(['canu']);

    writeFileSync(path, 'not json');
    utimesSync(path, new Date(), new Date(Date.now() + 10_000));
    expect(source.current().get('choir')).toEqual(['canu']);
    source.current();
    expect(warnings).toHaveLength(1);
  });

  it('of the sample can be read', () => {
    expect(watchSynonyms(synonymPath).current().get('choir')).toContain('canu');
  });
});

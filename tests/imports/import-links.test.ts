import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportTarget, openImportTarget, plainMapping } from './import-into.ts';

let target: ImportTarget;
beforeEach(async () => {
  target = await openImportTarget();
});
afterEach(() => target.close());

const header = 'id,name,about,lat,lng,postcode';
const importText = (content: string, { mapping = plainMapping as object } = {}) =>
  target.run({ files: [target.file('clubs.csv', content)], mappingPath: target.file('mapping.json', mapping) });

describe('links from a file', () => {
  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html;x',
    'vbscript:x',
    'www.example.org',
    'https://',
    'https://a b',
  ])('a row whose link is “%s” is refused, whatever it makes', async (link) => {
    const text = `${header}\n1,Club,${link},53.42,-2.32,\n2,Other,https://example.org/a,53.43,-2.32,\n`;
    const fields = { name: '{name}', summary: 'A club.', web: '{about}' };
    const { kind: _, ...rest } = plainMapping;
    for (const mapping of [
      { ...plainMapping, fields },
      { ...rest, makes: 'signposts', fields },
    ]) {
      const { files, reasons } = await importText(text, { mapping });
      expect(files[0]?.counts).toMatchObject({ added: 1, refused: 1 });
      expect(reasons[0]?.reason).toMatch(/web address .* does not begin with http/);
    }
  });
});

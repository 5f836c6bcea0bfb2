import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../../api/project-root.ts';

const file = inProject('..', 'shared', 'data', 'hostile-input', 'blns.json');

/** What people and machines type to break things; the long list where it is at hand. */
export const hostileTexts: string[] = [
  "'; drop table asset_search; --", "' | 'a':*", '\\', "\\'", '":*"', 'a & | ! <-> ()', ':*', '%', '_', '%_%', '*', '"', '""', '"unclosed', '-knitting', 'kind = "group" OR 1 = 1',
  '\u0000', 'a\u0000b', '\u202e\u200b\ufeff', '👩‍👩‍👧‍👦', 'ﬁﬂ', 'İstanbul', 'ẞtraße', '١٢٣', 'الجيران', 'প্রতিবেশী', '隣人', '\ud800', 'x'.repeat(5_000), 'ab '.repeat(500), `${'e\u0301'.repeat(300)}`,
  '   ', '\n\t', '<script>alert(1)</script>', '${7*7}', '../../etc/passwd', '| knit and natter |',
  ...(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []),
];

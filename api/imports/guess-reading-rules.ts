import type { FileReading, ReadableField } from '../contract/import-run.ts';
import { foldText } from '../search/fold-text.ts';
import { ownIdColumn } from './own-columns.ts';

/**
 * By what name a column tells what it holds, English and Welsh, the surest first. Whom to ask is never guessed: what a list has is often
 * somebody's own number.
 */
const sayings: [ReadableField, RegExp[]][] = [
  [
    'id',
    [
      /^(id|number|no|ref|reference|code|rhif)$/,
      /^(registered )?charity number$/,
      /^(?!.*(phone|tel|post|house)).* (id|no|number|ref|reference|code)$/,
    ],
  ],
  [
    'name',
    [
      /^(name|title|enw|teitl)$/,
      /^(?!.*(contact|first|last|person|venue|hall|street|parent|file)).* (name|title)$/,
      /^(organi[sz]ation|group|club|society|charity|asset|grwp|mudiad|elusen)$/,
    ],
  ],
  ['summary', [/^(summary|crynodeb)$/, /^(about|what .*|purpose|aims|disgrifiad)$/, /(activities|description|details)$/, /^notes$/]],
  ['description', [/^(long |full )?description$/, /(activities|details)$/, /^disgrifiad$/]],
  ['postcode', [/(^| )(post ?code|postal code|zip|cod post)$/]],
  ['lat', [/^(lat|latitude|y|lledred)$/]],
  ['lng', [/^(lng|lon|long|longitude|x|hydred)$/]],
  ['venue', [/^(venue|hall|place|location|where|lleoliad|neuadd|lle)( name)?$/]],
  ['address', [/^(address|street|cyfeiriad)$/, /^(?!.*(mail|web)).*address$/]],
  ['usually', [/^(when|when .*|times?|days?|opening (hours|times)|meets|pryd|amser)$/]],
  ['join', [/^(how to (join|come).*|joining|ymuno)$/]],
  ['run_by', [/^(run by|organi[sz]er|owner|trefnydd)$/]],
  ['web', [/^(web|website|url|link|web ?(site|page|address)|gwefan)$/, / (web|website|url)$/]],
];

/** What each column of a file may hold, by its name (pure); somebody looks at it before anything is done. */
export function guessReading(columns: string[], delimiter: string): FileReading {
  const said = columns.map((column) => ({ column, name: foldText(column.replace(/[_.-]+/g, ' ')) }));
  const chosen = sayings.flatMap(([field, patterns]) => {
    const found = patterns.flatMap((pattern) => said.filter(({ name }) => pattern.test(name)))[0];
    return found ? [[field, found.column]] : [];
  });
  return { kind: 'group', topics: [], columns: Object.fromEntries(chosen), delimiter, ours: columns.includes(ownIdColumn) };
}

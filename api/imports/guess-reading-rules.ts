import type { FileReading, ReadableField } from '../contract/import-run.ts';
import { foldText } from '../search/fold-text.ts';
import { ownIdColumn } from './own-columns.ts';

/**
 * Words by which a column names what it holds, best first; a column counts when one of them is its name, else when one stands in it. Whom to ask
 * is never guessed: what a list has is often somebody's own number.
 */
const words: [ReadableField, string[]][] = [
  ['id', ['id', 'number', 'registered charity number', 'charity number', 'ref', 'reference', 'code', 'rhif']],
  ['name', ['name', 'charity name', 'title', 'organisation', 'organization', 'group', 'club', 'asset', 'enw', 'teitl']],
  ['summary', ['summary', 'activities', 'about', 'description', 'what happens', 'details', 'notes', 'crynodeb', 'disgrifiad']],
  ['description', ['description', 'activities', 'long description', 'details', 'disgrifiad']],
  ['postcode', ['postcode', 'post code', 'postal code', 'cod post']],
  ['lat', ['lat', 'latitude', 'y', 'lledred']],
  ['lng', ['lng', 'lon', 'long', 'longitude', 'x', 'hydred']],
  ['venue', ['venue', 'place', 'location', 'where', 'hall', 'lleoliad']],
  ['address', ['address', 'street', 'cyfeiriad']],
  ['usually', ['when', 'times', 'opening hours', 'meets', 'day', 'days', 'pryd', 'amser']],
  ['join', ['how to join', 'joining', 'ymuno']],
  ['run_by', ['run by', 'organiser', 'organizer', 'owner', 'manager', 'trefnydd']],
  ['web', ['web', 'website', 'url', 'site', 'link', 'gwefan']],
];

/** Names too short to mean anything inside another. */
const wholeOnly = new Set(['x', 'y', 'id', 'lat', 'lng', 'lon', 'long', 'day', 'code', 'name', 'number', 'site', 'place', 'group', 'link']);

/** What each column of a file may hold, by its name (pure); somebody looks at it before anything is done. */
export function guessReading(columns: string[], delimiter: string): FileReading {
  const folded = columns.map((column) => ({ column, said: foldText(column.replace(/[_.-]+/g, ' ')) }));
  const find = (asked: string[]) =>
    asked.flatMap((word) => folded.filter(({ said }) => said === word))[0] ??
    asked.flatMap((word) => folded.filter(({ said }) => !wholeOnly.has(word) && ` ${said} `.includes(` ${word} `)))[0] ??
    asked.flatMap((word) => folded.filter(({ said }) => word === 'name' && said.endsWith(' name') && !said.includes('contact')))[0];
  const chosen = words.flatMap(([field, asked]) => {
    const found = find(asked);
    return found ? [[field, found.column]] : [];
  });
  return { kind: 'group', topics: [], columns: Object.fromEntries(chosen), delimiter, ours: columns.includes(ownIdColumn) };
}

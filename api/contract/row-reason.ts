/** Why a row of a list was not taken, by a code that stays; `{…}` is what the row said. Pages say theirs from `runs.reason-*`. */
export const rowReasons = {
  'no-name': 'has no name',
  'no-letter': 'its name “{name}” has no letter in it',
  'long-name': 'its name is longer than {most} letters',
  'no-id': 'its id is missing ({columns})',
  'no-summary': 'has nothing to say of itself (no summary)',
  empty: 'is empty',
  cells: 'has {cells} cells where the first line has {columns}',
  'long-cell': '“{column}” is longer than {most} letters',
  'not-json': 'is not JSON that can be read',
  'not-feature': 'is not a feature with a point or a polygon',
  'no-ground': 'its outline has no area',
  'no-degrees': '“{typed}” is no latitude and longitude',
  swapped: 'latitude and longitude are swapped ({typed})',
  'at-zero': 'lies at 0, 0: its place is not known',
  abroad: '{typed} lies outside Britain and Ireland',
  repeat: 'its id “{id}” stands on line {line} already',
  elsewhere: 'lies in {area}, outside your patch',
  'no-place': 'has no place in your patch',
  outside: 'lies outside your patch',
  'would-leave': 'would lie outside your patch',
  'not-here': 'is of nothing that is here; new things come in by a file without open_door_id',
  twice: 'is of something that a row before it is of',
  'changed-since': 'has been changed here since this file was made',
  gone: 'is here no more',
  'wrong-value': '“{part}”: {detail}',
} as const;

export type RowReasonCode = keyof typeof rowReasons;

export interface SaidReason {
  code: RowReasonCode;
  values: Record<string, string>;
}

/** The English sentence, as it is kept and as reports for the command line have it. */
export const rowReason = (code: RowReasonCode, values: Record<string, string | number> = {}): string =>
  rowReasons[code].replace(placeholder, (_, name: string) => String(values[name] ?? ''));

/** What a kept sentence said; null: it is none of these, but somebody's own words. */
export function readRowReason(text: string): SaidReason | null {
  for (const { code, pattern, names } of patterns) {
    const found = pattern.exec(text);
    if (found) return { code, values: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])) };
  }
  return null;
}

const placeholder = /\{(\w+)\}/g;

const patterns = codes().map((code) => ({
  code,
  pattern: new RegExp(`^${rowReasons[code].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(placeholder, '(.*)')}$`, 's'),
  names: [...rowReasons[code].matchAll(placeholder)].map(([, name = '']) => name),
}));

function codes(): RowReasonCode[] {
  return Object.keys(rowReasons).filter((code): code is RowReasonCode => code in rowReasons);
}

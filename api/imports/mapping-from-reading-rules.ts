import type { FileReading, ReadableField } from '../contract/import-run.ts';
import type { AssetsMapping } from './mapping-format.ts';

/** The mapping that somebody's choices at the desk come to (pure). */
export function mappingFromReading(reading: FileReading, source: { slug: string; name: string }): AssetsMapping {
  const { columns, kind, topics, delimiter } = reading;
  const of = (field: ReadableField, filter: string) => {
    const column = columns[field];
    return column === undefined ? undefined : `{${column}${filter}}`;
  };
  const name = of('name', '|charity') ?? '';
  const venue = of('venue', '|plain') ?? of('address', '|first');
  return {
    makes: 'assets',
    source: { ...source, credit: null },
    format: { delimiter },
    empty: ['', 'NA', 'N/A'],
    id: columns.id === undefined ? [] : [columns.id],
    skip: [],
    ...(columns.lat !== undefined && columns.lng !== undefined ? { point: { lat: columns.lat, lng: columns.lng } } : {}),
    postcode: columns.postcode,
    outside: 'keep',
    kind,
    topics,
    access: [],
    languages: ['en'],
    distinctNames: false,
    refuseDuplicates: true,
    cost: { type: 'unknown', note: null },
    just_turn_up: null,
    fields: {
      name,
      // Only what the list says is claimed: without a text of its own it has its name.
      summary: [...one(of('summary', '|sentence')), name],
      description: of('description', '|paragraphs'),
      join: of('join', ''),
      usually: of('usually', ''),
      run_by: of('run_by', '|plain'),
      contact_name: of('contact_name', '|plain'),
      phone: of('phone', '|phone'),
      email: of('email', ''),
      web: of('web', '|web'),
    },
    ...(venue === undefined ? {} : { venue: { name: venue, address: of('address', '') } }),
  };
}

const one = <T>(value: T | undefined) => (value === undefined ? [] : [value]);

// What the listings already say about the ground: venues, their postcodes and the streets they stand on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMetres } from './numbers.mjs';

const GREEN = /\b(park|rec|field|meadow|green|common|garden|orchard|plots|allotments?|maes|cae|gardd|ruins|mound|bandstand|perllan)\b/i;
const NOT_GREEN = /\b(hall|school|library|church|chapel|club|shop|car park|house|room|tearoom|inn|hub|café|cafe|shed|pond)\b/i;
const STREET =
  /\b(street|road|lane|row|way|drive|close|terrace|square|hill|bank|parade|walk|crescent|heol|ffordd|lôn|stryd|sgwâr|rhes|maes)\b/i;

export function readVenues(folder) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((file) => {
    const { venues = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return venues.map((venue) => ({
      ...venue,
      area: file.replace(/\.json$/, ''),
      at: toMetres([venue.lng, venue.lat]),
      street: streetOf(venue.address),
      green: isGreen(venue),
    }));
  });
}

const isGreen = ({ name }) => GREEN.test(name) && !NOT_GREEN.test(name);

/** "14 Bridge Street, Aberhaven" stands on Bridge Street; "Behind the village hall" stands on no street. */
function streetOf(address = '') {
  const parts = address.split(',').map((part) =>
    part
      .trim()
      .replace(/^(rear of|off|top of|below|behind the|1-?)\s+/i, '')
      .replace(/^\d+[a-z]?\s+/i, '')
      .replace(/\s+(slipway|flats)$/i, ''),
  );
  return (
    parts.find((part) => STREET.test(part) && !/between|above|aberhaven$/i.test(part)) ?? (parts[0] === 'The Green' ? 'The Green' : null)
  );
}

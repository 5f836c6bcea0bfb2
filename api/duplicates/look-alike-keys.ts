import type { Names } from './compare-names.ts';
import { bareAddress, digitsOf } from './look-alike-rules.ts';
import { nameWords } from './name-words.ts';

/** What an asset is known by when it is compared. Where somebody lives, and how a giver of gifts is reached, was left out before. */
export interface Known extends Names {
  venue_id: string | null;
  phone: string | null;
  web: string | null;
  lat: number | null;
  lng: number | null;
}

/** Some 550 m at these latitudes. */
const cell = { lat: 0.005, lng: 0.008 };
const mostWords = 5;
/** A slip is mostly further on. */
const beginning = 4;

/** Those that share one of an asset's keys are compared with it: each with each would be more than a billion. `asked`: also what lies in the cells around. */
export function keysOf(known: Known, { asked = false }: { asked?: boolean } = {}): string[] {
  const { name, name_cy, venue_id, phone, web, lat, lng } = known;
  const names = [name, name_cy].flatMap((each) => (each ? [tellingWords(each)] : []));
  const [digits, address] = [digitsOf(phone), bareAddress(web)];
  return [
    ...new Set([
      ...names.flatMap(wordPairs),
      ...cellsOf(lat, lng, asked ? 1 : 0).flatMap((at) => names.flat().map((word) => `near:${at}:${word.slice(0, beginning)}`)),
      ...(venue_id ? [`hall:${venue_id}`] : []),
      ...(digits ? [`phone:${digits}`] : []),
      ...(address ? [`web:${address.slice(0, 200)}`] : []),
    ]),
  ];
}

function tellingWords(name: string): string[] {
  const words = nameWords(name);
  const telling = words.filter(({ sort }) => sort === 'own' || sort === 'thing');
  return [...new Set((telling.length > 0 ? telling : words).map(({ word }) => word))].slice(0, mostWords).sort();
}

const wordPairs = (words: string[]): string[] =>
  words.length === 1 ? [`name:${words[0]}`] : words.flatMap((one, at) => words.slice(at + 1).map((other) => `words:${one} ${other}`));

function cellsOf(lat: number | null, lng: number | null, around: number): string[] {
  if (lat === null || lng === null) return [];
  const [y, x] = [Math.floor(lat / cell.lat), Math.floor(lng / cell.lng)];
  const steps = Array.from({ length: 2 * around + 1 }, (_, step) => step - around);
  return steps.flatMap((dy) => steps.map((dx) => `${y + dy},${x + dx}`));
}

import { z } from 'zod';
import { rowReason } from '../contract/row-reason.ts';
import { StartError } from '../errors.ts';
import type { SourceRecord } from './read-records.ts';

const longestFeature = 20_000_000;

const position = z.array(z.number()).min(2);
const ring = z.array(position);
const Feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('Point'), coordinates: position }),
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
    ])
    .nullable(),
});

/** The features of a FeatureCollection, one after the other as they stream in: the file may be larger than memory. */
export async function* readGeojson(chunks: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let found = false;
  for await (const { line, text } of splitFeatures(chunks)) {
    found = true;
    yield toRecord(line, text);
  }
  if (!found) throw new StartError('holds no “features”; is it GeoJSON?');
}

function toRecord(line: number, text: string): SourceRecord {
  const record: SourceRecord = { line, cells: {}, geometry: null };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ...record, fault: rowReason('not-json') };
  }
  const feature = Feature.safeParse(json);
  if (!feature.success) return { ...record, fault: rowReason('not-feature') };
  const { properties, geometry, id } = feature.data;
  for (const [name, value] of Object.entries(properties ?? {})) record.cells[name] = toText(value);
  if (id !== undefined) record.cells.id ??= String(id);
  return { ...record, geometry };
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Finds the objects of the list "features" by counting brackets outside quotes, each with the line on which it begins. */
async function* splitFeatures(chunks: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  const state = { depth: 0, quoted: false, escaped: false, line: 1, inFeatures: false, began: 0, text: '', before: '' };
  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const letter = chunk[i];
      if (letter === '\n') state.line++;
      if (state.quoted) {
        if (state.escaped) state.escaped = false;
        else if (letter === '\\') state.escaped = true;
        else if (letter === '"') state.quoted = false;
      } else if (letter === '"') {
        state.quoted = true;
      } else if (letter === '{' || letter === '[') {
        if (state.depth === 1 && letter === '[' && /"features"\s*:\s*$/.test(state.before)) state.inFeatures = true;
        if (state.inFeatures && state.depth === 2 && letter === '{') {
          state.began = state.line;
          state.text = '';
          from = i;
        }
        state.depth++;
      } else if (letter === '}' || letter === ']') {
        state.depth--;
        if (state.inFeatures && state.depth === 2) {
          yield { line: state.began, text: state.text + chunk.slice(from, i + 1) };
          state.began = 0;
        }
        if (state.depth === 1) state.inFeatures = false;
      }
      if (!state.inFeatures) state.before = (state.before + letter).slice(-40);
    }
    if (state.began > 0) state.text += chunk.slice(from);
    if (state.text.length > longestFeature) throw new StartError(`line ${state.began}: a feature is longer than ${longestFeature} letters`);
  }
  if (state.depth !== 0) throw new StartError(`line ${state.line}: the file ends in the middle`);
}

import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse';
import type { z } from 'zod';
import { StartError } from '../errors.ts';
import { formatPostcode } from '../places/postcode-rules.ts';
import type {
  SampleArea,
  SampleAsset,
  SampleCoordinator,
  SampleDistrict,
  SampleEvent,
  SampleHoliday,
  SampleKind,
  SamplePhoto,
  SamplePlace,
  SampleSignpost,
  SampleTerm,
  SampleTopic,
  SampleVenue,
} from './sample-format.ts';
import { AreaCollection, AreaFile, sampleFormat } from './sample-format.ts';
import { checkReferences } from './sample-references.ts';

export interface Vocabularies {
  kinds: SampleKind[];
  topics: SampleTopic[];
  terms: SampleTerm[];
}

export interface SampleAreaFile {
  /** Slug of the area: the file's name. */
  area: string;
  file: string;
  venues: SampleVenue[];
  assets: SampleAsset[];
  events: SampleEvent[];
}

export interface Sample extends Vocabularies {
  district: SampleDistrict;
  areas: SampleArea[];
  coordinators: SampleCoordinator[];
  areaFiles: SampleAreaFile[];
  signposts: SampleSignpost[];
  postcodes: { postcode: string; lat: number; lng: number }[];
  places: SamplePlace[];
  /** Days on which most things rest. */
  holidays: SampleHoliday[];
  photos: SamplePhoto[];
}

/** Reads and checks a whole sample folder. Throws one StartError that names every file and entry that is wrong (the first twenty). */
export async function readSample(folder: string): Promise<Sample> {
  const reader = createReader(folder);
  const sample: Sample = {
    ...(await readWordLists(reader)),
    district: await reader.one('district.json', sampleFormat.District),
    areas: await reader.features('areas.geojson', sampleFormat.Area),
    coordinators: await reader.list('coordinators.json', sampleFormat.Coordinator),
    areaFiles: await readAreaFiles(folder, reader),
    signposts: await reader.list('signposts.json', sampleFormat.Signpost),
    postcodes: await readPostcodes(join(folder, 'postcodes.csv'), reader.problems),
    places: await reader.list('places.json', sampleFormat.Place),
    holidays: await reader.list('holidays.json', sampleFormat.Holiday),
    photos: await reader.list('photos.json', sampleFormat.Photo),
  };
  reader.throwIfWrong();
  reader.problems.push(...checkReferences(sample));
  reader.throwIfWrong();
  return sample;
}

/** Only kinds, topics and terms: what a real district needs before its first import. */
export async function readVocabularies(folder: string): Promise<Vocabularies> {
  const reader = createReader(folder);
  const vocabularies = await readWordLists(reader);
  reader.throwIfWrong();
  return vocabularies;
}

type Reader = ReturnType<typeof createReader>;

const readWordLists = async (reader: Reader): Promise<Vocabularies> => ({
  kinds: await reader.list('kinds.json', sampleFormat.Kind),
  topics: await reader.list('topics.json', sampleFormat.Topic),
  terms: await reader.list('terms.json', sampleFormat.Term),
});

async function readAreaFiles(folder: string, reader: Reader): Promise<SampleAreaFile[]> {
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = join('assets', name);
      const lists = await reader.one(file, AreaFile);
      return {
        area: basename(name, '.json'),
        file,
        venues: reader.entries(`${file}, venues`, lists.venues, sampleFormat.Venue),
        assets: reader.entries(`${file}, assets`, lists.assets, sampleFormat.Asset),
        events: reader.entries(`${file}, events`, lists.events, sampleFormat.Event),
      };
    }),
  );
}

async function readPostcodes(path: string, problems: string[]): Promise<Sample['postcodes']> {
  const rows: Sample['postcodes'] = [];
  for await (const record of createReadStream(path).pipe(parse({ columns: true, bom: true, info: true, trim: true }))) {
    const { postcode, lat, lng } = record.record as Record<string, string>;
    const point = { lat: Number(lat), lng: Number(lng) };
    if (postcode && lat && lng && Number.isFinite(point.lat) && Number.isFinite(point.lng)) {
      rows.push({ postcode: formatPostcode(postcode) ?? postcode, ...point });
    } else problems.push(`postcodes.csv, line ${record.info.lines}: needs postcode,lat,lng`);
  }
  return rows;
}

function createReader(folder: string) {
  const problems: string[] = [];

  async function json(file: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(join(folder, file), 'utf8'));
    } catch (error) {
      throw new StartError(`The sample’s file ${join(folder, file)} cannot be read: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }

  function check<T extends z.ZodType>(where: string, value: unknown, schema: T): z.infer<T> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    problems.push(...result.error.issues.map((issue) => `${where}: ${[issue.path.join('.'), issue.message].filter(Boolean).join(': ')}`));
    return undefined;
  }

  function entries<T extends z.ZodType>(where: string, values: unknown[], schema: T): z.infer<T>[] {
    return values.flatMap((value, index) => {
      const entry = check(`${where}, ${nameOf(value, index)}`, value, schema);
      return entry === undefined ? [] : [entry];
    });
  }

  function throwIfWrong(): void {
    if (problems.length === 0) return;
    const shown = problems.slice(0, 20).map((problem) => `  ${problem}`);
    const more = problems.length > shown.length ? [`  … and ${problems.length - shown.length} more`] : [];
    throw new StartError([`The sample in ${folder} has ${problems.length} mistake(s):`, ...shown, ...more].join('\n'));
  }

  return {
    problems,
    entries,
    throwIfWrong,
    async one<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
      const value = check(file, await json(file), schema);
      if (value === undefined) throwIfWrong();
      return value as z.infer<T>;
    },
    async list<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>[]> {
      const value = await json(file);
      if (Array.isArray(value)) return entries(file, value, schema);
      problems.push(`${file}: should be a list`);
      return [];
    },
    async features<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>[]> {
      const collection = check(file, await json(file), AreaCollection);
      return collection ? entries(file, collection.features, schema) : [];
    },
  };
}

/** `"mend-and-natter"` when the entry has a slug or a name, else which one it is, counted from 1. */
function nameOf(value: unknown, index: number): string {
  if (typeof value !== 'object' || value === null) return `entry ${index + 1}`;
  const fields = 'properties' in value && typeof value.properties === 'object' && value.properties ? value.properties : value;
  const name = 'slug' in fields ? fields.slug : 'name' in fields ? fields.name : undefined;
  return typeof name === 'string' ? `"${name}"` : `entry ${index + 1}`;
}

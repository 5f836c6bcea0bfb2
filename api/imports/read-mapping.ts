import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { StartError } from '../errors.ts';
import { inProject } from '../project-root.ts';
import { Mapping, Preset } from './mapping-format.ts';

export const presetFolder = (name: string) => inProject('api', 'imports', 'presets', name);

/** Reads a mapping file. Throws a StartError that names the file and what in it is wrong. */
export const readMapping = (path: string): Promise<Mapping> => readAs(path, Mapping, 'mapping');

export async function readPreset(name: string): Promise<Preset> {
  if (!/^[a-z0-9-]+$/.test(name)) throw new StartError(`“${name}” is no name of a preset.`);
  return readAs(join(presetFolder(name), 'preset.json'), Preset, 'preset');
}

async function readAs<T extends z.ZodType>(path: string, schema: T, what: string): Promise<z.infer<T>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new StartError(`The ${what} ${path} cannot be read: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 5).map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '));
  throw new StartError(`The ${what} ${path} is not right: ${problems.join('; ')}.`);
}

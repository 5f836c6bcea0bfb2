import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoWidth } from '../contract/photo.ts';
import { inProject } from '../project-root.ts';
import { loadSharp } from './load-sharp.ts';

/** Makes a photo of the asked width as WebP: the first time it is asked for, then from its folder. Whoever asks at the same moment waits for the same work. */
export interface PhotoSizer {
  sized(photo: { id: string; file: string }, width: PhotoWidth): Promise<Buffer>;
}

/** Larger pictures are no photos, but attempts to fill our memory. */
const mostPixels = 50_000_000;
const quality = 78;

export const photoFolder = (dataDir: string) => join(dataDir, 'photos');

/** `folder`: where what was uploaded stands (`originals/`) and what was made of it (`sized/`). The sample's drawings come with the program. */
export function createPhotoSizer(folder: string): PhotoSizer {
  const inWork = new Map<string, Promise<Buffer>>();
  return {
    sized({ id, file }, width) {
      const target = join(folder, 'sized', `${id}-${width}.webp`);
      const standing = inWork.get(target);
      if (standing) return standing;
      const work = readOrMake(sourceOf(folder, file), target, width).finally(() => inWork.delete(target));
      inWork.set(target, work);
      return work;
    },
  };
}

function sourceOf(folder: string, file: string): string {
  const uploaded = join(folder, 'originals', file);
  return existsSync(uploaded) ? uploaded : inProject('seed-data', 'photos', file);
}

async function readOrMake(source: string, target: string, width: number): Promise<Buffer> {
  if (existsSync(target)) return readFile(target);
  const made = await resize(source, width);
  await mkdir(join(target, '..'), { recursive: true });
  // Under another name until it is whole.
  const unfinished = `${target}.${randomUUID()}`;
  await writeFile(unfinished, made);
  await rename(unfinished, target);
  return made;
}

/** Upright as it was held, never larger than it is, and without what the camera wrote into it: sharp leaves that behind. */
async function resize(source: string, width: number): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(source, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality })
    .toBuffer();
}

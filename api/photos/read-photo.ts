import type { PhotoFault } from '../contract/desk-photo.ts';
import { loadSharp } from './load-sharp.ts';
import { isMovingPng, photoType } from './photo-type.ts';
import { takeTurns } from './take-turns.ts';

/** A photo made anew as WebP: upright, in the colours of every screen, and with nothing that the camera or anybody else wrote into the file. */
export interface ReadPhoto {
  bytes: Buffer;
  width: number;
  height: number;
}

const mostBytes = 10 * 1024 * 1024;
const mostPixels = 40_000_000;
const longestSide = 1600;
const quality = 86;
const mostSeconds = 20;

/** Opened, 40 million pixels take some 150 MB: one after the other, and not too many in line. */
const inTurn = takeTurns({ atOnce: 1, mostWaiting: 8 });

/** Opens what somebody sent, by what it is and not by what it is called. Answers what is wrong with it where it is no photo that we take. */
export async function readPhoto(bytes: Uint8Array): Promise<ReadPhoto | { wrong: PhotoFault }> {
  if (bytes.length === 0) return { wrong: 'missing' };
  if (bytes.length > mostBytes) return { wrong: 'too-large' };
  const type = photoType(bytes);
  if (type === null) return { wrong: 'not-a-photo' };
  if (type === 'heic') return { wrong: 'heic' };
  if (type === 'png' && isMovingPng(bytes)) return { wrong: 'moving' };
  return (await inTurn(() => open(bytes))) ?? { wrong: 'busy' };
}

async function open(bytes: Uint8Array): Promise<ReadPhoto | { wrong: PhotoFault }> {
  const sharp = await loadSharp();
  try {
    // What a file says of itself, without opening its picture.
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (pages > 1) return { wrong: 'moving' };
    if (width * height > mostPixels) return { wrong: 'too-many-pixels' };
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return { wrong: 'broken' };
  }
}

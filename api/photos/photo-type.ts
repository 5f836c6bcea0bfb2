export type PhotoType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

/** What bytes begin as. Whatever else it may be read as, only what begins as a photo is ever given to what opens photos. Null: none that we take. */
export function photoType(bytes: Uint8Array): PhotoType | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (!head.startsWith('ftyp', 4)) return null;
  const brands = head.slice(8, Math.min(64, bytes[3] ?? 0));
  if (/avi[fs]/.test(brands)) return 'avif';
  return /hei[csmx]|hev[cmsx]|mif1|msf1/.test(brands) ? 'heic' : null;
}

/** A PNG says that it moves before its first picture; the other types are asked how many pictures they hold. */
export function isMovingPng(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const moves = file.indexOf('acTL');
  return moves >= 0 && moves < file.indexOf('IDAT');
}

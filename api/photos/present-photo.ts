import type { Photo } from '../contract/photo.ts';
import type { PhotoRow } from './photo-queries.ts';

/** Without the file's name, which says where it came from. */
export const presentPhoto = ({ id, alt, alt_cy, width, height, of_door }: PhotoRow): Photo => ({ id, alt, alt_cy, width, height, of_door });

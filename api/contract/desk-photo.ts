import { z } from 'zod';
import type { TwoNames } from './desk-asset.ts';
import type { Photo } from './photo.ts';
import { optionalText } from './state-parts.ts';
import { saysSomething, typedText } from './typed-text.ts';

/** What stands for a photo where it cannot be seen. */
export const PhotoWords = z.object({
  alt: typedText().max(300).refine(saysSomething),
  alt_cy: optionalText(300),
});
export type PhotoWords = z.infer<typeof PhotoWords>;

/** Why a photo was not taken; each has a plain sentence for the page. */
export const photoFaults = [
  'missing',
  'no-words',
  'long-words',
  'too-large',
  'not-a-photo',
  'heic',
  'moving',
  'too-many-pixels',
  'broken',
  'busy',
  'enough',
] as const;
export type PhotoFault = (typeof photoFaults)[number];

export const photoActs = ['words', 'shown', 'door', 'not-door', 'earlier', 'later', 'away', 'back'] as const;
export type PhotoAct = (typeof photoActs)[number];

/** A photo as the desk sees it. */
export interface DeskPhoto extends Photo {
  /** For a coordinator to look at; nobody else sees it. */
  waits: boolean;
  /** Taken away, and may come back for half an hour. */
  isAway: boolean;
  by: string | null;
  /** What this viewer may do with it now. */
  may: PhotoAct[];
}

export interface DeskPhotos {
  asset: TwoNames & { id: string; slug: string };
  /** Behind its door somebody lives: photos of it are never shown. */
  isHome: boolean;
  /** What this viewer adds is seen by everyone at once. */
  mayPublish: boolean;
  /** As they stand on the page, those taken away last. */
  photos: DeskPhoto[];
}

export interface WaitingPhoto extends Photo {
  by: string | null;
  at: string;
  asset: TwoNames & { id: string };
}

export interface PhotoChange {
  id: number;
  at: string;
  /** Null: an account that is no more. */
  by: string | null;
  what: 'added' | 'shown' | 'words' | 'door' | 'not-door' | 'moved' | 'away' | 'back';
  words: PhotoWords;
  /** Where they were changed. */
  before: PhotoWords | null;
}

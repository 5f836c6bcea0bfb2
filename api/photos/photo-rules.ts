import type { PhotoAct } from '../contract/desk-photo.ts';

/** Of one photo, as whoever is asked stands to it. */
export interface PhotoStanding {
  waits: boolean;
  isAway: boolean;
  ofDoor: boolean;
  isMine: boolean;
  mayPublish: boolean;
}

/** For so long what was taken away may be put back; then it goes for good. */
export const backForMs = 30 * 60_000;

/** Who may publish decides about every photo; others about their own while it waits. */
export function photoActsFor({ waits, isAway, ofDoor, isMine, mayPublish }: PhotoStanding): PhotoAct[] {
  if (!mayPublish && !(isMine && waits)) return [];
  if (isAway) return ['back'];
  const door: PhotoAct = ofDoor ? 'not-door' : 'door';
  if (!waits) return [door, 'earlier', 'later', 'words', 'away'];
  return [...(mayPublish ? (['shown'] as const) : []), door, 'words', 'away'];
}

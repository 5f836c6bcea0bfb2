import type { PhotoAct } from '../contract/desk-photo.ts';

/** Of one photo, as whoever is asked stands to it. */
export interface PhotoStanding {
  waits: boolean;
  isAway: boolean;
  ofDoor: boolean;
  isMine: boolean;
  mayPublish: boolean;
  goesEarlier: boolean;
  goesLater: boolean;
}

/** For so long what was taken away may be put back; then it goes for good. */
export const backForMs = 30 * 60_000;

/** Who may publish decides about every photo; others about their own while it waits. The likeliest first. */
export function photoActsFor({ waits, isAway, ofDoor, isMine, mayPublish, goesEarlier, goesLater }: PhotoStanding): PhotoAct[] {
  if (!mayPublish && !(isMine && waits)) return [];
  if (isAway) return ['back'];
  const acts: PhotoAct[] = waits && mayPublish ? ['shown'] : [];
  acts.push(ofDoor ? 'not-door' : 'door');
  if (goesEarlier) acts.push('earlier');
  if (goesLater) acts.push('later');
  return [...acts, 'words', 'away'];
}

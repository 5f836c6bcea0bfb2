import { type Islands, startIsland } from './islands.ts';

/** The desk's own, so that nobody else's pages carry their names: `[data-desk-island]`. */
const islands: Islands = {
  'run-progress': async () => (await import('../islands/run-progress.ts')).runProgress,
  'keep-draft': async () => (await import('../islands/keep-draft.ts')).keepDraft,
  'pick-point': async () => (await import('../islands/pick-point.ts')).pickPoint,
  'plainer-words': async () => (await import('../islands/plainer-words.ts')).plainerWords,
  'typed-times': async () => (await import('../islands/typed-times.ts')).typedTimes,
  'walk-about': async () => (await import('../islands/walk-about.ts')).walkAbout,
  'leave-desk': async () => (await import('../islands/leave-desk.ts')).leaveDesk,
  'left-desk': async () => (await import('../islands/left-desk.ts')).leftDesk,
  'shrink-photo': async () => (await import('../islands/shrink-photo.ts')).shrinkPhoto,
  'add-passkey': async () => (await import('../islands/add-passkey.ts')).addPasskey,
  'shape-editor': async () => (await import('../islands/shape-editor.ts')).shapeEditor,
};

export function startDeskIslands(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-desk-island]'))
    void startIsland(element, element.dataset.deskIsland ?? '', islands);
}

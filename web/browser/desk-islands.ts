import { type Islands, startIsland } from './islands.ts';

/** The desk's own, so that nobody else's pages carry their names: `[data-desk-island]`. */
const islands: Islands = {
  'add-passkey': async () => (await import('../islands/add-passkey.ts')).addPasskey,
  'shape-editor': async () => (await import('../islands/shape-editor.ts')).shapeEditor,
};

export function startDeskIslands(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-desk-island]'))
    void startIsland(element, element.dataset.deskIsland ?? '', islands);
}

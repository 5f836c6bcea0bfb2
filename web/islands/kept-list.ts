/** Short names of what is kept, parted by commas, and nothing else. */
const storageKey = 'kept';
/** From the press that takes something off to the page that comes next, which lets go of it at once. */
const undoKey = 'taken-off';

/** How things stood before something was taken off. */
export interface Undo {
  kept: string[];
  /** The page that showed it. */
  address: string;
  /** What is said of it now. */
  said: string;
}

export const slugsIn = (text: string | null | undefined) => (text ?? '').split(',').filter((slug) => /^[a-z0-9-]+$/.test(slug));

export const readKept = (): string[] => slugsIn(unlessRefused(() => localStorage.getItem(storageKey)));

/** Nothing kept leaves nothing behind. */
export const writeKept = (slugs: string[]): void =>
  unlessRefused(() => (slugs.length > 0 ? localStorage.setItem(storageKey, slugs.join(',')) : localStorage.removeItem(storageKey)));

export const writeUndo = (undo: Undo): void => unlessRefused(() => sessionStorage.setItem(undoKey, JSON.stringify(undo)));

/** Once: whoever comes after to this browser finds nothing. */
export function takeUndo(): Undo | null {
  const written = unlessRefused(() => sessionStorage.getItem(undoKey));
  unlessRefused(() => sessionStorage.removeItem(undoKey));
  return written ? JSON.parse(written) : null;
}

/** Where storage is refused the link still carries the list. */
function unlessRefused<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

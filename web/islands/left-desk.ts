import { forgetWalkPages } from '../browser/walk-worker.ts';

/** Nobody is signed in on this phone any more: the list of the walk-about goes. What was noted and not sent stays until they are back. */
export function leftDesk(): void {
  forgetWalkPages().catch((error: unknown) => console.warn('What the walk-about keeps could not be taken away.', error));
}

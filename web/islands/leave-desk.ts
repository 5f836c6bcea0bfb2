import { readProps } from '../browser/read-props.ts';
import { heldEntries } from '../browser/walk-store.ts';
import { forgetWalkPages } from '../browser/walk-worker.ts';

/** Signing out takes the list of the walk-about off this phone; where something noted waits to be sent it asks first. */
export function leaveDesk(element: HTMLElement): void {
  const form = element instanceof HTMLFormElement ? element : element.querySelector('form');
  const { ask } = readProps<{ ask: string }>(element);
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void leave(form, ask);
  });
}

async function leave(form: HTMLFormElement, ask: string): Promise<void> {
  try {
    const waiting = (await heldEntries()).filter(({ state }) => state !== 'sent').length;
    if (waiting > 0 && !window.confirm(ask.replace('{count}', String(waiting)))) return;
    await forgetWalkPages();
  } catch (error) {
    console.warn('What the walk-about keeps could not be looked at.', error);
  }
  form.submit();
}

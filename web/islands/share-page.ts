import { readProps } from '../browser/read-props.ts';
import type { SharePageProps } from '../components/asset-actions/asset-actions.tsx';

/** The phone's own way of sharing where there is one; the address is copied by a press; and a button prints. */
export function sharePage(element: HTMLElement): void {
  const { title, text, url, copied } = readProps<SharePageProps>(element);
  element.querySelector('[data-print]')?.addEventListener('click', () => print());
  element.querySelector('[data-copy]')?.addEventListener('click', (event) => {
    const button = event.currentTarget;
    if (button instanceof HTMLElement)
      void copy(element, url).then(
        () => {
          button.textContent = copied;
        },
        () => undefined,
      );
  });
  element.querySelector('summary')?.addEventListener('click', (event) => {
    if (!navigator.share) return;
    event.preventDefault();
    // Thinking better of it also rejects.
    navigator.share({ title, text, url }).catch(() => undefined);
  });
}

/** Where a page may not write to the clipboard, the address is marked, ready to be copied by hand. */
async function copy(element: HTMLElement, url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
  } catch (error) {
    element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')?.select();
    throw error;
  }
}

/** A button on each card that has none, and one in the place of the link that does without script. */
export function addButtons(label: string): void {
  for (const card of document.querySelectorAll<HTMLElement>('.result:not(:has([data-keep], [data-drop]))')) {
    const name = card.querySelector<HTMLAnchorElement>('h3 a');
    const slug = name && /\/around\/([a-z0-9-]+)$/.exec(name.pathname)?.[1];
    if (slug) card.append(makeButton(slug, label, name.textContent ?? ''));
  }
  for (const link of document.querySelectorAll<HTMLElement>('a[data-keep]'))
    link.replaceWith(makeButton(link.dataset.keep ?? '', label, nameOn(link)));
}

/** Of the thing that a button or a link is about, which it says to those who cannot see where it stands. */
export const nameOn = (pressed: HTMLElement): string => (pressed.querySelector('.unseen')?.textContent ?? '').trim();

function makeButton(slug: string, label: string, name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet keep';
  button.dataset.keep = slug;
  const unseen = document.createElement('span');
  unseen.className = 'unseen';
  unseen.textContent = name;
  button.append(`${label} `, unseen);
  return button;
}

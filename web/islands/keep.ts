import '../components/keep-button/keep-button.css';
import { onResults } from '../browser/page-events.ts';
import { readProps } from '../browser/read-props.ts';
import type { KeepProps } from '../components/site-header/site-header.tsx';

/** Short names of what is kept, parted by commas, and nothing else. */
const storageKey = 'kept';

/**
 * Keeping without an account: buttons on cards and pages, and the count beside the way to the shortlist. What is kept stands in the
 * browser's storage; where that is refused, in that link alone. Plain DOM code: a page has one list and many buttons.
 */
export function keep(link: HTMLElement): void {
  const { label, most, full } = readProps<KeepProps>(link);
  if (!(link instanceof HTMLAnchorElement)) return;
  const page = link.pathname;
  let kept = readKept();
  const status = addStatus();

  const change = (next: string[]) => {
    kept = next.slice(0, most);
    status.textContent = next.length > most ? full : '';
    writeKept(kept);
    show();
  };
  const show = () => {
    link.href = kept.length > 0 ? `${page}?ids=${kept.join(',')}` : page;
    for (const count of link.querySelectorAll('b')) count.textContent = kept.length > 0 ? String(kept.length) : '';
    for (const button of document.querySelectorAll<HTMLElement>('button[data-keep]'))
      button.ariaPressed = String(kept.includes(button.dataset.keep ?? ''));
    for (const button of document.querySelectorAll<HTMLElement>('[data-keep-all]'))
      button.hidden = slugsIn(button.dataset.keepAll).every((slug) => kept.includes(slug));
  };
  const refresh = () => {
    kept = readKept();
    show();
  };
  const arm = () => {
    addButtons(label);
    show();
  };

  document.addEventListener('click', ({ target }) => {
    const pressed =
      target instanceof Element ? target.closest<HTMLElement>('button[data-keep], [data-keep-all], [data-drop], [data-forget]') : null;
    if (!pressed) return;
    const { keep: slug, keepAll, drop } = pressed.dataset;
    if (slug) change(kept.includes(slug) ? kept.filter((each) => each !== slug) : [...kept, slug]);
    else if (keepAll) change([...new Set([...kept, ...slugsIn(keepAll)])]);
    else if (drop) change(kept.filter((each) => !slugsIn(drop).includes(each)));
    else {
      change([]);
      location.assign(page);
    }
  });
  addEventListener('storage', refresh);
  addEventListener('pageshow', ({ persisted }) => persisted && refresh());
  onResults(arm);
  arm();
  // By its bare address: the reader's own list.
  if (location.pathname === page && location.search === '' && kept.length > 0) location.replace(link.href);
}

/** There before it says anything, so that it is read out. */
function addStatus(): HTMLElement {
  const status = document.createElement('p');
  status.className = 'keep-status';
  status.setAttribute('role', 'status');
  document.body.append(status);
  return status;
}

/** A button on each card that has none, and one in the place of the link that does without script. */
function addButtons(label: string): void {
  for (const card of document.querySelectorAll<HTMLElement>('.result:not(:has([data-keep], [data-drop]))')) {
    const name = card.querySelector<HTMLAnchorElement>('h3 a');
    const slug = name && /\/around\/([a-z0-9-]+)$/.exec(name.pathname)?.[1];
    if (slug) card.append(makeButton(slug, label, name.textContent ?? ''));
  }
  for (const link of document.querySelectorAll<HTMLElement>('a[data-keep]'))
    link.replaceWith(makeButton(link.dataset.keep ?? '', label, link.querySelector('.unseen')?.textContent ?? ''));
}

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

function readKept(): string[] {
  try {
    return slugsIn(localStorage.getItem(storageKey));
  } catch {
    return [];
  }
}

/** Nothing kept leaves nothing behind. */
function writeKept(slugs: string[]): void {
  try {
    if (slugs.length > 0) localStorage.setItem(storageKey, slugs.join(','));
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage is refused: the link still carries the list.
  }
}

const slugsIn = (text: string | null | undefined) => (text ?? '').split(',').filter((slug) => /^[a-z0-9-]+$/.test(slug));

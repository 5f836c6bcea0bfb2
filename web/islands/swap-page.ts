import { announceResults, type ShownResults } from '../browser/page-events.ts';
import { compareBoxes } from './said-filters.ts';

/**
 * Puts the parts of a freshly fetched page in place of the old ones, keeping what the reader is doing: the words being typed, the focus,
 * the menus that stand open. Nodes are adopted, never written as text, and scripts that were parsed apart never run.
 */
export function swapPage(next: Document, form: HTMLFormElement): void {
  const focus = rememberFocus();
  const openMenus = new Set(menus().flatMap((menu) => (menu.open ? [titleOf(menu)] : [])));
  document.title = next.title;
  for (const part of swappedParts()) {
    const fresh = next.getElementById(part.id);
    if (fresh) part.replaceChildren(...adopt(fresh.childNodes));
  }
  swapHeading(next);
  swapHidden(next, form);
  compareBoxes(form, next);
  sayCount(next);
  for (const menu of menus()) menu.open = openMenus.has(titleOf(menu));
  focus.restore();
  announceResults(mapOf(next));
}

const swappedParts = () => document.querySelectorAll('[data-swap][id], #filters');
const menus = () => [...document.querySelectorAll<HTMLDetailsElement>('#filters details')];
const titleOf = (menu: HTMLDetailsElement) => menu.querySelector('legend')?.textContent;
const adopt = (nodes: NodeListOf<ChildNode>) => [...nodes].map((node) => document.adoptNode(node));

function swapHeading(next: Document): void {
  const text = next.querySelector('main h1')?.textContent ?? null;
  const heading = document.querySelector('main h1');
  if (heading && text !== null && heading.textContent !== text) heading.textContent = text;
}

/** What the form carries along unseen: the box of the map, the order. */
function swapHidden(next: Document, form: HTMLFormElement): void {
  const hidden = 'input[type=hidden]';
  const fresh = next.getElementById(form.id)?.querySelectorAll(hidden) ?? [];
  for (const old of form.querySelectorAll(hidden)) old.remove();
  form.append(...[...fresh].map((input) => document.adoptNode(input)));
}

/** The live region itself stays, and changes only when the words do: that is what a screen reader reads out. */
function sayCount(next: Document): void {
  const count = document.getElementById('result-count');
  const text = next.getElementById('result-count')?.textContent ?? '';
  if (count && count.textContent !== text) count.textContent = text;
}

function rememberFocus() {
  const active = document.activeElement;
  const part = active?.closest('[data-swap][id], #filters');
  return {
    restore() {
      if (!active || !(part instanceof HTMLElement) || active.isConnected) return;
      const again = [...part.querySelectorAll<HTMLElement>(active.localName)].find((element) => isSame(element, active));
      if (!again) part.tabIndex = -1;
      (again ?? part).focus({ preventScroll: true });
    },
  };
}

function isSame(a: Element, b: Element): boolean {
  if (a instanceof HTMLInputElement && b instanceof HTMLInputElement) return a.name === b.name && a.value === b.value;
  if (a instanceof HTMLAnchorElement && b instanceof HTMLAnchorElement) return a.href === b.href;
  return a.textContent === b.textContent;
}

function mapOf(next: Document): ShownResults | null {
  const props = next.querySelector<HTMLElement>('[data-island=asset-map]')?.dataset.props;
  return props ? JSON.parse(props) : null;
}

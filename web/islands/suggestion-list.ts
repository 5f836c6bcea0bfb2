import '../components/ask-box/suggestions.css';
import type { Hint } from '../../api/contract/hint.ts';
import type { AskStrings } from '../components/ask-box/ask-strings.ts';
import { fill } from '../map/fill-text.ts';

/** The list beneath the box, and what the box says of it to a screen reader. */
export interface SuggestionList {
  readonly isOpen: boolean;
  show(items: Hint[]): void;
  close(): void;
  /** Up or down by one; past either end is the box itself. */
  move(step: 1 | -1): void;
  /** Back in the box: none of them is chosen. */
  leave(): void;
  /** The one that the arrows have come to. */
  current(): Hint | null;
}

export function createSuggestionList(input: HTMLInputElement, strings: AskStrings, choose: (item: Hint) => void): SuggestionList {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  tell(list, { role: 'listbox', 'aria-label': strings.label });
  const status = document.createElement('p');
  status.className = 'unseen';
  tell(status, { role: 'status' });
  input.after(list, status);
  tell(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id });

  let shown: Hint[] = [];
  let at = -1;

  // The box keeps the focus, and a phone its keyboard.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('li') : null;
    const item = option && shown[[...list.children].indexOf(option)];
    if (item) choose(item);
  });

  function show(items: Hint[]) {
    shown = items;
    const isCymraeg = document.documentElement.lang === 'cy';
    list.replaceChildren(...items.map((item, i) => optionOf(item, `${list.id}-${i}`, isCymraeg, strings)));
    list.hidden = items.length === 0;
    tell(input, { 'aria-expanded': String(!list.hidden) });
    status.textContent = list.hidden ? '' : fill(strings.count, { count: items.length });
    mark(-1);
  }

  function mark(next: number) {
    at = next;
    for (const [i, option] of [...list.children].entries()) tell(option, { 'aria-selected': String(i === at) });
    const option = list.children[at];
    if (option) tell(input, { 'aria-activedescendant': option.id });
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  return {
    get isOpen() {
      return !list.hidden;
    },
    show,
    close: () => show([]),
    move(step) {
      const places = shown.length + 1;
      mark(((at + 1 + step + places) % places) - 1);
    },
    leave: () => mark(-1),
    current: () => shown[at] ?? null,
  };
}

/** As attributes: browsers have known them for longer than the properties. */
function tell(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function optionOf(item: Hint, id: string, isCymraeg: boolean, strings: AskStrings): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  tell(option, { role: 'option' });
  option.className = item.type;
  const label = (isCymraeg && item.label_cy) || item.label;
  const name = document.createElement('span');
  name.textContent = item.type === 'place' ? fill(strings.near, { place: label }) : label;
  const detail = document.createElement('small');
  detail.textContent = (isCymraeg && item.detail_cy) || item.detail || '';
  option.append(name, ' ', detail);
  return option;
}

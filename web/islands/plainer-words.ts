import type { PlainWord } from '../../api/contract/desk-asset.ts';
import { readProps } from '../browser/read-props.ts';
import { findPlainWords, replaceWord } from '../plain-words/find-plain-words.ts';

interface PlainerWordsProps {
  list: PlainWord[];
  /** Names of the boxes that are watched. */
  boxes: string[];
  /** "Say “{offer}”", "“{word}”". */
  offer: string;
  word: string;
}

/** Points out words that speak of people by what they lack, beneath the box they stand in, as they are written; one press says it plainer. */
export function plainerWords(element: HTMLElement): void {
  const props = readProps<PlainerWordsProps>(element);
  // What the server said of the same words above the form.
  for (const said of document.querySelectorAll<HTMLElement>('[data-plain-words]')) said.hidden = true;
  for (const name of props.boxes) {
    const box = document.getElementById(name);
    if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) watch(box, props);
  }
}

function watch(box: HTMLTextAreaElement | HTMLInputElement, props: PlainerWordsProps): void {
  const place = document.createElement('div');
  place.className = 'plainer';
  place.setAttribute('role', 'status');
  box.after(place);
  const show = () => {
    const found = findPlainWords(box.value, props.list);
    place.replaceChildren(...found.map((each) => offerFor(each)));
  };
  const offerFor = (found: ReturnType<typeof findPlainWords>[number]) => {
    const line = document.createElement('p');
    line.className = 'row small';
    line.append(props.word.replace('{word}', found.word));
    for (const offer of found.offers) line.append(button(props.offer.replace('{offer}', offer), () => take(found, offer)));
    return line;
  };
  const take = (found: { at: number; word: string }, offer: string) => {
    box.value = replaceWord(box.value, found, offer);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  };
  box.addEventListener('input', show);
  show();
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'chip';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

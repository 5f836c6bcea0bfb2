import type { Hint } from '../../api/contract/hint.ts';
import { askForSearch } from '../browser/page-events.ts';
import { readProps } from '../browser/read-props.ts';
import type { AskStrings } from '../components/ask-box/ask-strings.ts';
import { urlsFor } from '../urls.ts';
import { createSuggestionFetch } from './fetch-suggestions.ts';
import { createSuggestionList } from './suggestion-list.ts';

/** A first letter begins nearly everything. */
const fewestLetters = 2;
/** A longer text is a whole wish, and no beginning of a name. */
const mostLetters = 80;

/**
 * Suggestions while typing: the ARIA 1.2 editable combobox with manual selection. Nothing is chosen by itself, and Enter looks for what was
 * typed unless the arrows have come to a suggestion. Plain DOM code, on top of a box that works without it.
 */
export function suggestions(element: HTMLElement): void {
  const input = element.querySelector('input');
  const form = input?.form;
  if (!input || !form) return;
  const urls = urlsFor(document.documentElement.lang === 'cy' ? 'cy' : 'en');
  const list = createSuggestionList(input, readProps<AskStrings>(element), choose);
  const questions = createSuggestionFetch(list.show);
  const near = () => [...new FormData(form).getAll('near')].map(String).find(Boolean) ?? '';

  input.addEventListener('input', ask);
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && press(event.key)) event.preventDefault();
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);

  function ask() {
    const words = input?.value.trim() ?? '';
    if (words.length < fewestLetters || words.length > mostLetters) close();
    else questions.ask(words, near());
  }

  /** Whether the key was for the list. */
  function press(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (list.isOpen) list.move(key === 'ArrowDown' ? 1 : -1);
      else ask();
      return true;
    }
    if (key === 'Escape') return goBack();
    const current = list.current();
    if (key === 'Enter' && current) {
      choose(current);
      return true;
    }
    // Home, End and the arrows to the side move the caret: the reader is back in the box.
    if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(key)) list.leave();
    return false;
  }

  /** First the list goes, then what was typed. */
  function goBack(): boolean {
    if (list.isOpen) close();
    else if (input?.value) {
      close();
      input.value = '';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else return false;
    return true;
  }

  function close() {
    questions.stop();
    list.close();
  }

  function choose({ type, slug }: Hint) {
    close();
    if (type === 'place') askForSearch(urls.find({ near: slug }));
    else if (type === 'topic') askForSearch(urls.find({ topic: [slug], near: near() }));
    else location.assign(type === 'asset' ? urls.asset(slug) : urls.helpNow());
  }
}

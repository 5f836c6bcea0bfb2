import '../components/keep-button/keep-button.css';
import { onResults } from '../browser/page-events.ts';
import { readProps } from '../browser/read-props.ts';
import type { KeepProps } from '../components/site-header/site-header.tsx';
import { fill } from '../map/fill-text.ts';
import { addButtons, nameOn } from './keep-buttons.ts';
import { addStatus } from './keep-status.ts';
import { readKept, slugsIn, takeUndo, type Undo, writeKept, writeUndo } from './kept-list.ts';

/** A screen reader needs to have met the region before it changes. */
const untilMetMs = 300;

/**
 * Keeping without an account: buttons on cards and pages, and the count beside the way to the shortlist. What is kept stands in the
 * browser's storage; where that is refused, in that link alone. Plain DOM code: a page has one list and many buttons.
 */
export function keep(link: HTMLElement): void {
  const { label, most, texts } = readProps<KeepProps>(link);
  if (!(link instanceof HTMLAnchorElement)) return;
  const page = link.pathname;
  let kept = readKept();
  const status = addStatus();

  const change = (next: string[], said = '') => {
    const isFull = next.length > most;
    kept = next.slice(0, most);
    status.say(isFull ? texts.full : said, { seen: isFull });
    writeKept(kept);
    show();
  };
  const toggle = (slug: string, name: string) => {
    const isKept = kept.includes(slug);
    change(isKept ? kept.filter((each) => each !== slug) : [...kept, slug], fill(isKept ? texts.off : texts.kept, { name }));
  };
  /** The page that comes next offers to put it back. */
  const takeOff = (slugs: string[], said: string) => {
    if (said) writeUndo({ kept, address: location.pathname + location.search, said });
    change(kept.filter((each) => !slugs.includes(each)));
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
    status.say('');
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
    const name = nameOn(pressed);
    if (slug) toggle(slug, name);
    else if (keepAll) change([...new Set([...kept, ...slugsIn(keepAll)])], fill(texts.kept, { name: slugsIn(keepAll).length }));
    else if (drop) takeOff(slugsIn(drop), name && fill(texts.off, { name }));
    else {
      takeOff(kept, texts.forgotten);
      location.assign(page);
    }
  });
  addEventListener('storage', refresh);
  addEventListener('pageshow', ({ persisted }) => persisted && refresh());
  onResults(arm);
  arm();
  // By its bare address: the reader's own list.
  if (location.pathname === page && location.search === '' && kept.length > 0) location.replace(link.href);
  else offerUndo(takeUndo());

  /** Taken before anything on this page can be pressed: what is taken off here is for the page that comes next. */
  function offerUndo(undo: Undo | null) {
    if (!undo) return;
    const take = () => {
      change(undo.kept);
      location.assign(undo.address);
    };
    setTimeout(() => status.offer(undo.said, { label: texts.undo, take }), untilMetMs);
  }
}

import { isMapStep } from '../browser/map-step.ts';
import { readProps } from '../browser/read-props.ts';

const presses = 3;
const withinMs = 1_500;

/**
 * The quick way out: the link and three presses of Shift leave without this page staying behind the back button. Plain DOM code: there is
 * nothing to render.
 */
export function leave(element: HTMLElement): void {
  const { href } = readProps<{ href: string }>(element);
  // On the whole page: the map's screen has a Leave of its own.
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.leave')) return;
    event.preventDefault();
    leaveFor(href);
  });
  let pressedAt: number[] = [];
  document.addEventListener('keydown', (event) => {
    if (event.repeat) return;
    // Shift held for a capital letter is no wish to leave: any other key starts the count anew.
    pressedAt = event.key === 'Shift' ? [...pressedAt, event.timeStamp].filter((time) => event.timeStamp - time <= withinMs) : [];
    if (pressedAt.length >= presses) leaveFor(href);
  });
}

/** Blank before anything is fetched: the next page may take a while. */
function leaveFor(href: string): void {
  document.body.replaceChildren();
  document.title = ' ';
  if (!isMapStep()) {
    location.replace(href);
    return;
  }
  // Beneath the map's step is this page once more: that is the one to replace.
  const replacePage = (event: Event) => {
    event.stopImmediatePropagation();
    location.replace(href);
  };
  addEventListener('popstate', replacePage, { capture: true, once: true });
  history.back();
}

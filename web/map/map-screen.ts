import { isMapStep, takeMapStep } from '../browser/map-step.ts';
import { onResults } from '../browser/page-events.ts';
import type { MapStrings } from '../components/map-place/map-place.tsx';
import type { MapView } from './create-map.ts';

/**
 * The whole screen for the map on a phone. A modal dialog: the browser keeps the focus inside, closes it by Escape and gives the focus
 * back to what opened it; the page beneath has not moved. It is one step in the history, gone again however it was closed.
 */
export function createMapScreen(canvas: HTMLElement, words: MapStrings): MapView {
  const back = document.createElement('button');
  back.type = 'button';
  back.className = 'button map-back';
  back.textContent = words.backToList;
  const screen = document.createElement('dialog');
  screen.className = 'map-screen';
  screen.setAttribute('aria-label', words.label);
  back.addEventListener('click', () => screen.close());
  const bar = document.createElement('div');
  bar.className = 'map-bar';
  bar.append(back, ...wayOut());
  screen.append(bar);

  let address = '';
  let isSteppingBack = false;

  function open() {
    if (!screen.isConnected) document.body.append(screen);
    screen.append(canvas);
    if (!isMapStep()) takeMapStep();
    address = location.href;
    screen.showModal();
  }

  onResults(() => {
    if (screen.open) address = location.href;
  });
  screen.addEventListener('close', () => {
    if (!isMapStep()) return;
    isSteppingBack = true;
    history.back();
  });
  // Ahead of the find page's own listener, which would look for the old search anew.
  addEventListener('popstate', stepped, { capture: true });

  function stepped(event: Event) {
    // The reader is leaving, or the map stands on the page.
    if (!screen.isConnected || !screen.contains(canvas)) return;
    if (isMapStep()) {
      if (!screen.open) open();
      return;
    }
    if (!screen.open && !isSteppingBack) return;
    const isOpenAgain = screen.open && isSteppingBack;
    isSteppingBack = false;
    // What was looked for on the map is what the list shows now: a step of its own.
    if (location.href !== address) {
      event.stopImmediatePropagation();
      history.pushState(null, '', address);
    }
    if (isOpenAgain) takeMapStep();
    else screen.close();
  }

  return {
    openOverPage: open,
    comeBack(place) {
      if (!screen.contains(canvas)) return;
      screen.close();
      place.append(canvas);
    },
  };
}

/** The dialog covers the page's own Leave, and nothing beneath it can be reached. */
function wayOut(): Node[] {
  const leave = document.querySelector('.leave');
  return leave ? [leave.cloneNode(true)] : [];
}

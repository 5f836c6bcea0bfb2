import type { MapStrings } from '../components/map-place/map-place.tsx';
import type { MapView } from './create-map.ts';

/**
 * The whole screen for the map on a phone. A modal dialog: the browser keeps the focus inside, closes it by Escape and gives the focus
 * back to what opened it; the page beneath has not moved.
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
  screen.append(back);

  return {
    openOverPage() {
      if (!screen.isConnected) document.body.append(screen);
      screen.append(canvas);
      screen.showModal();
    },
    comeBack(place) {
      if (!screen.contains(canvas)) return;
      screen.close();
      place.append(canvas);
    },
  };
}

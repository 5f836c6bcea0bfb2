import { askForSearch } from '../browser/page-events.ts';
import { readProps } from '../browser/read-props.ts';
import { ownPlaceDigits } from '../i18n/say-place.ts';
import { addressOf } from './find-form.ts';

const patienceMs = 10_000;
const freshEnoughMs = 300_000;

/**
 * Searches from where the reader is. Asked only when the button is pressed; cut to a hundred metres before it goes anywhere; a refusal is an
 * answer like any other.
 */
export function locationPicker(element: HTMLElement): void {
  const [button, status] = [element.querySelector('button'), element.querySelector('[role=status]')];
  const form = element.closest('form');
  if (!button || !status || !form) return;
  const words = readProps<{ asking: string; refused: string; failed: string }>(element);

  const look = ({ coords }: GeolocationPosition) => {
    status.textContent = '';
    const [path, query] = addressOf(form).split('?');
    const search = new URLSearchParams(query);
    search.set('near', `${coords.latitude.toFixed(ownPlaceDigits)},${coords.longitude.toFixed(ownPlaceDigits)}`);
    askForSearch(`${path}?${search}`);
  };
  const apologise = ({ code, PERMISSION_DENIED: refused }: GeolocationPositionError) => {
    status.textContent = code === refused ? words.refused : words.failed;
  };
  button.addEventListener('click', () => {
    status.textContent = words.asking;
    navigator.geolocation.getCurrentPosition(look, apologise, { timeout: patienceMs, maximumAge: freshEnoughMs });
  });
}

import { readProps } from '../browser/read-props.ts';
import type { MapStrings } from '../components/map-place/map-place.tsx';
import { spotDigits } from '../i18n/say-place.ts';

interface PickPointProps {
  from: { lat: number; lng: number } | null;
  map: MapStrings;
  open: string;
  take: string;
  chosen: string;
  label: string;
  here: string;
  refused: string;
  failed: string;
}

/** Chooses a spot on the map, or where one stands, among the places of the form it is in. Nothing is fetched before it is asked for. */
export function pickPoint(element: HTMLElement): void {
  const props = readProps<PickPointProps>(element);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'small';
  const opener = button('button quiet', props.open, async () => {
    opener.disabled = true;
    try {
      await openMap();
      opener.remove();
    } catch {
      opener.disabled = false;
      status.textContent = props.map.failed;
    }
  });
  const here = button('button quiet', props.here, () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => choose({ lat: coords.latitude, lng: coords.longitude }),
      ({ code, PERMISSION_DENIED: refused }) => {
        status.textContent = code === refused ? props.refused : props.failed;
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  });
  const row = document.createElement('p');
  row.className = 'row';
  row.append(opener, here);
  element.append(row, status);

  async function openMap() {
    const { createPointMap } = await import('../map/point-map.ts');
    const frame = document.createElement('div');
    frame.className = 'pick-point-map';
    const place = document.createElement('div');
    place.className = 'od-map';
    frame.append(place);
    place.setAttribute('role', 'region');
    place.setAttribute('aria-label', props.label);
    row.after(frame);
    const map = await createPointMap(place, props.map, props.from).catch((error) => {
      frame.remove();
      throw error;
    });
    const take = button('button', props.take, () => choose(map.middle()));
    frame.after(take);
  }

  function choose({ lat, lng }: { lat: number; lng: number }) {
    const [form, list] = [element.closest('form'), document.getElementById('where')];
    if (!form || !list) return;
    const value = `point:${lat.toFixed(spotDigits + 1)},${lng.toFixed(spotDigits + 1)}`;
    list.querySelector('[data-picked]')?.remove();
    const line = document.createElement('label');
    line.className = 'tick';
    line.dataset.picked = '';
    const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'where', value, checked: true });
    line.append(radio, props.chosen);
    list.append(line);
    status.textContent = props.chosen;
    form.dispatchEvent(new Event('input'));
  }
}

function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

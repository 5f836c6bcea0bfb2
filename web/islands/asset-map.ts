import { onResults } from '../browser/page-events.ts';
import { readProps } from '../browser/read-props.ts';
import type { AssetMapProps } from '../components/map-place/map-place.tsx';
import type { MapView } from '../map/create-map.ts';

/** From here on list and map stand side by side (open-door.css); below it the map opens over the list. */
const roomy = '(min-width: 56rem)';

/**
 * Fetches the map when it comes into view where there is room, or when it is asked for on a phone, and not a byte of it before. Plain DOM
 * code: the map draws itself.
 */
export function assetMap(element: HTMLElement): void {
  const props = readProps<AssetMapProps & { strings: { open?: string } }>(element);
  const place = element.querySelector<HTMLElement>('.map') ?? element;
  const hasRoom = matchMedia(roomy);
  let loading: Promise<MapView> | null = null;
  onResults((results) => {
    if (results && !loading) Object.assign(props, results);
  });

  const load = () => {
    loading ??= fetchMap(place, props);
    return loading;
  };

  whenSeen(place, () => {
    if (hasRoom.matches) void load();
  });
  hasRoom.addEventListener('change', async () => {
    if (!hasRoom.matches) return;
    const view = await load();
    view.comeBack(element);
  });
  for (const opener of openersOf(place, props.strings.open)) {
    opener.addEventListener('click', async (event) => {
      if (hasRoom.matches) return;
      event.preventDefault();
      if (opener.ariaBusy === 'true') return;
      opener.ariaBusy = 'true';
      const view = await load();
      opener.ariaBusy = null;
      view.openOverPage();
    });
  }
}

async function fetchMap(place: HTMLElement, props: AssetMapProps): Promise<MapView> {
  try {
    const { createMap } = await import('../map/create-map.ts');
    return await createMap(place, props);
  } catch (error) {
    place.textContent = props.strings.failed;
    throw error;
  }
}

function whenSeen(element: HTMLElement, then: () => void): void {
  const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && then(), { rootMargin: '200px' });
  watcher.observe(element);
}

/** The page's own links to the map; where it has none, a button in the map's place. */
function openersOf(place: HTMLElement, text = 'Show the map'): HTMLElement[] {
  const links = document.querySelectorAll<HTMLElement>('a[href="#map"]');
  if (links.length > 0) return [...links];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button map-open';
  button.textContent = text;
  place.append(button);
  return [button];
}

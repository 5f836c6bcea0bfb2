import { isMapStep } from '../browser/map-step.ts';
import { onResults } from '../browser/page-events.ts';
import { pointsInList } from '../browser/points-in-list.ts';
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
  const props = readProps<AssetMapProps>(element);
  if (props.mode === 'find' && props.points.length === 0) props.points = pointsInList();
  const place = element.querySelector<HTMLElement>('.map') ?? element;
  const hasRoom = matchMedia(roomy);
  let loading: Promise<MapView> | null = null;
  onResults((results) => {
    if (results && !loading) Object.assign(props, results);
  });

  const load = () => {
    // After a failure the next press tries again.
    loading ??= fetchMap(place, props).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  const loadWhenSeen = () =>
    whenSeen(place, () => {
      if (hasRoom.matches) load().catch(() => {});
    });
  loadWhenSeen();
  hasRoom.addEventListener('change', async () => {
    if (!hasRoom.matches) return;
    if (loading) (await loading).comeBack(place);
    else loadWhenSeen();
  });
  const openers = openersOf(place, props.strings.open);
  for (const opener of openers) {
    opener.addEventListener('click', (event) => {
      if (hasRoom.matches) return;
      event.preventDefault();
      void openFrom(opener);
    });
  }

  const [first] = openers;
  // Pressed before this script was there; or the reader came back to the map from a page that it led to.
  if ((location.hash === '#map' || isMapStep()) && first && !hasRoom.matches) void openFrom(first);

  async function openFrom(opener: HTMLElement) {
    if (opener.ariaBusy === 'true') return;
    opener.ariaBusy = 'true';
    const text = opener.textContent;
    opener.textContent = props.strings.loading;
    try {
      (await load()).openOverPage();
      opener.textContent = text;
    } catch {
      opener.textContent = props.strings.failed;
    }
    opener.ariaBusy = null;
  }
}

async function fetchMap(place: HTMLElement, props: AssetMapProps): Promise<MapView> {
  place.ariaBusy = 'true';
  try {
    const { createMap } = await import('../map/create-map.ts');
    return await createMap(place, props);
  } catch (error) {
    place.textContent = props.strings.failed;
    throw error;
  } finally {
    place.ariaBusy = null;
  }
}

function whenSeen(element: HTMLElement, then: () => void): void {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      then();
    },
    { rootMargin: '200px' },
  );
  watcher.observe(element);
}

/** The page's own links to the map; where it has none, a button in the map's place. */
function openersOf(place: HTMLElement, text: string): HTMLElement[] {
  const links = document.querySelectorAll<HTMLElement>('a[href="#map"]');
  if (links.length > 0) return [...links];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button map-open';
  button.textContent = text;
  place.append(button);
  return [button];
}

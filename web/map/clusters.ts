import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { Cluster, Clusters as ClusterPage } from '../../api/contract/asset-query.ts';
import { askForSearch } from '../browser/page-events.ts';
import type { MapPoint, MapStrings } from '../components/map-place/map-place.tsx';
import type { Locale } from '../i18n/locale.ts';
import { urlsFor } from '../urls.ts';
import { type Beside, besidePins } from './beside-pins.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { fill } from './fill-text.ts';
import { kindLetters } from './kind-marks.ts';
import { placeMark } from './placed-mark.ts';
import { searchIn } from './search-in.ts';
import { boxInView } from './viewport.ts';

/** Everything in view that answers the same search, bundled by the server. */
export interface Clusters {
  /** `points` have pins of their own and get no dot. */
  show(query: string, points: MapPoint[]): void;
}

/** What `/map/clusters` does not take: the list's own page, order and box. */
const ofTheList = ['bbox', 'sort', 'page', 'per_page'];
const pauseMs = 120;
/** Loaded beyond the edge, so that a short move shows no empty rim. */
const widenedBy = 0.15;

export function createClusters(map: L.Map, words: MapStrings): Clusters {
  const urls = urlsFor(localeOfPage());
  let query = '';
  let pins: MapPoint[] = [];
  let marks = new Map<string, L.Marker>();
  let pending = new AbortController();
  let pause = 0;

  map.on('moveend', () => {
    clearTimeout(pause);
    pause = window.setTimeout(refresh, pauseMs);
  });

  return {
    show(newQuery, points) {
      query = newQuery;
      pins = points;
      clearTimeout(pause);
      void refresh();
    },
  };

  async function refresh() {
    if (map.getSize().y === 0) return;
    pending.abort();
    pending = new AbortController();
    const items = await fetchClusters(map, query, pending.signal);
    if (items) draw(items);
  }

  /** Marks that stay are left alone, and with them the reader's focus. */
  function draw(items: Cluster[]) {
    const old = marks;
    const hadFocus = document.activeElement;
    const hrefOf = ({ slug }: Cluster) => (slug ? urls.asset(slug) : null);
    const pinned = new Set<string | null>(pins.map(({ href }) => href));
    const free = items.filter((cluster) => !pinned.has(hrefOf(cluster)));
    marks = new Map();
    for (const beside of besidePins(map, free, pins)) {
      const { cluster, count, aside, below } = beside;
      const key = [cluster.lat, cluster.lng, cluster.slug, count, aside, below].join();
      marks.set(key, old.get(key) ?? place(beside, hrefOf(cluster)));
      old.delete(key);
    }
    for (const marker of old.values()) marker.remove();
    if (hadFocus && !hadFocus.isConnected) map.getContainer().focus();
  }

  function place({ cluster, count, aside, below }: Beside, href: string | null): L.Marker {
    const mark = href ? dot(cluster, href) : bundle(cluster, count);
    mark.style.setProperty('--aside', `${aside}px`);
    mark.style.setProperty('--below', `${below}px`);
    return placeMark(map, cluster, mark, 'dot');
  }

  function dot(cluster: Cluster, href: string): HTMLAnchorElement {
    const kind = cluster.kind ?? 'group';
    const link = document.createElement('a');
    link.href = href;
    link.className = `map-dot kind-${kind}`;
    const name = (document.documentElement.lang === 'cy' && cluster.name_cy) || cluster.name || '';
    link.setAttribute('aria-label', `${name}, ${words.kinds[kind]}`);
    link.title = name;
    link.append(asSpan(kindLetters[kind]));
    return link;
  }

  function bundle(cluster: Cluster, count: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-bundle';
    button.setAttribute('aria-label', fill(words.bundle, { count }));
    // Beside pins it is what they leave over, never one of their numbers.
    button.append(asSpan(pins.length > 0 ? `+${count}` : String(count)));
    button.addEventListener('click', () => fallApart(cluster));
    return button;
  }

  /** Closer, until the bundle falls apart; what stands at one door never does, and is shown in the list instead. */
  function fallApart({ lat, lng, zoom }: Cluster) {
    const next = Math.max(map.getZoom() + 1, zoom ?? 0);
    if (next <= map.getMaxZoom()) map.setView([lat, lng], next);
    else askForSearch(searchIn([lng - 0.0005, lat - 0.0003, lng + 0.0005, lat + 0.0003].map((degrees) => degrees.toFixed(5)).join()));
  }
}

async function fetchClusters(map: L.Map, query: string, signal: AbortSignal): Promise<Cluster[] | null> {
  const parameters = new URLSearchParams(query);
  for (const name of ofTheList) parameters.delete(name);
  parameters.set('bbox', boxInView(map, widenedBy));
  parameters.set('zoom', String(Math.round(map.getZoom())));
  try {
    const response = await fetchPatiently(`/api/v1/map/clusters?${parameters}`, signal);
    if (!response.ok) return null;
    const page: ClusterPage = await response.json();
    return page.items;
  } catch {
    // Abandoned, or the line is down: the pins of the list are still there.
    return null;
  }
}

function asSpan(text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

const localeOfPage = (): Locale => (document.documentElement.lang === 'cy' ? 'cy' : 'en');

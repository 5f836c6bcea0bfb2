import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { Area } from '../../api/contract/area.ts';

const drawn = new WeakMap<L.Map, Map<string, L.GeoJSON | null>>();

/** Draws the areas' boundaries and takes away others. One that cannot be had is left out. */
export async function drawAreas(map: L.Map, slugs: string[]): Promise<void> {
  const outlines = drawn.get(map) ?? new Map<string, L.GeoJSON | null>();
  drawn.set(map, outlines);
  for (const [slug, outline] of outlines) {
    if (slugs.includes(slug)) continue;
    outline?.remove();
    outlines.delete(slug);
  }
  await Promise.all(
    slugs.map(async (slug) => {
      if (outlines.has(slug)) return;
      outlines.set(slug, null);
      const outline = await fetchOutline(slug);
      // Undone meanwhile, by another search.
      if (!outline || !outlines.has(slug)) return;
      outlines.set(slug, outline.addTo(map));
    }),
  );
}

async function fetchOutline(slug: string): Promise<L.GeoJSON | null> {
  try {
    const response = await fetch(`/api/v1/areas/${encodeURIComponent(slug)}`);
    if (!response.ok) return null;
    const { geometry }: Area = await response.json();
    return L.geoJSON(geometry, { interactive: false, style: { className: 'area-outline' } });
  } catch {
    return null;
  }
}

import { listAreas } from '../areas/list-areas.ts';
import { findDistrict } from '../district/find-district.ts';
import type { Chosen, GatherDeps, Gathered } from './gather-assets.ts';
import { inLanguage } from './in-language.ts';

/** What a feed or a calendar is called, in the words that were typed: "“choir tuesday evening” · QX3 2AB · Open Door", "Abbey and Riverside · Open Door". */
export async function nameChosen(deps: GatherDeps, chosen: Chosen, gathered: Gathered, language: 'en' | 'cy'): Promise<string> {
  const site = language === 'cy' ? 'Drws Agored' : 'Open Door';
  if ('slugs' in chosen) {
    const [only, ...others] = gathered.listings;
    return only && others.length === 0 ? `${inLanguage(language, only.name, only.name_cy)} · ${site}` : site;
  }
  const areas = (await listAreas(deps)).items.filter(({ slug }) => chosen.query.area.includes(slug));
  const parts = [
    chosen.query.q && `“${chosen.query.q}”`,
    chosen.query.near && sayPlace(gathered),
    ...areas.map((area) => inLanguage(language, area.name, area.name_cy)),
  ].filter(Boolean);
  if (parts.length > 0) return [...parts, site].join(' · ');
  const { place, place_cy } = await findDistrict(deps);
  return `${inLanguage(language, place, place_cy)} · ${site}`;
}

/** Nobody reads a point, and whoever sees the name of a calendar need not know where its owner was. */
const sayPlace = ({ place, point }: Gathered): string | null => (point && place === `${point.lat},${point.lng}` ? null : place);

import { listAreas } from '../areas/list-areas.ts';
import type { AssetQuery } from '../contract/asset-query.ts';
import { findDistrict } from '../district/find-district.ts';
import type { Chosen, GatherDeps, Gathered } from './gather-assets.ts';
import { inLanguage } from './in-language.ts';

/** What a calendar is called: as its search is, or as the one thing that was kept. */
export async function nameChosen(deps: GatherDeps, chosen: Chosen, { listings, near }: Gathered, language: 'en' | 'cy'): Promise<string> {
  if ('query' in chosen) return nameOfSearch(deps, chosen.query, near, language);
  const [only, ...others] = listings;
  const site = siteIn(language);
  return only && others.length === 0 ? `${inLanguage(language, only.name, only.name_cy)} · ${site}` : site;
}

/** In the words that were typed: "“choir tuesday evening” · QX3 2AB · Open Door", "Abbey and Riverside · Open Door". */
export async function nameOfSearch(deps: GatherDeps, query: AssetQuery, near: Gathered['near'], language: 'en' | 'cy'): Promise<string> {
  const site = siteIn(language);
  const areas = (await listAreas(deps)).items.filter(({ slug }) => query.area.includes(slug));
  const parts = [
    query.q && `“${query.q}”`,
    query.near && near && sayPlace(near),
    ...areas.map((area) => inLanguage(language, area.name, area.name_cy)),
  ].filter(Boolean);
  if (parts.length > 0) return [...parts, site].join(' · ');
  const { place, place_cy } = await findDistrict(deps);
  return `${inLanguage(language, place, place_cy)} · ${site}`;
}

/** Nobody reads a point, and whoever sees the name of a calendar need not know where its owner was. */
const sayPlace = ({ label, point }: NonNullable<Gathered['near']>): string | null => (label === `${point.lat},${point.lng}` ? null : label);

const siteIn = (language: 'en' | 'cy') => (language === 'cy' ? 'Drws Agored' : 'Open Door');

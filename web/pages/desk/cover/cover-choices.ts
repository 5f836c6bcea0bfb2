import type { NamedArea } from '../../../../api/contract/people.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import type { PageData } from '../../../server/page-data.ts';

/** What may be chosen from: the areas for which the viewer arranges cover, and whoever can look after one. */
export interface CoverChoices {
  areas: NamedArea[];
  coordinators: { id: string; name: string }[];
}

export async function coverChoices(data: PageData, viewer: SignedIn): Promise<CoverChoices> {
  const [areas, coordinators] = await Promise.all([data.desk.areasFor(viewer, 'area.cover'), data.desk.coordinators(viewer)]);
  return { areas, coordinators };
}

/** Who has one area need not choose it; else none is chosen by accident. */
export function areaChoices({ t, locale }: Reader, areas: NamedArea[]): { value: string; label: string }[] {
  const choices = areas.map(({ id, name, name_cy }) => ({ value: id, label: inLocale(locale, name, name_cy).text }));
  return choices.length === 1 ? choices : [{ value: '', label: t('cover.choose-area') }, ...choices];
}

export const nameOf = (coordinators: CoverChoices['coordinators'], id: string): string =>
  coordinators.find((each) => each.id === id)?.name ?? '';

/** What stands in an address, once each. */
export const textsIn = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

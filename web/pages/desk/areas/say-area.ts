import type { AreaKeeper, DeskArea, RecutInList } from '../../../../api/contract/recut.ts';
import { sayFullDate, sayList } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

type People = Pick<DeskArea, 'population' | 'populationSource' | 'populationGuessed'>;

/** "9,400 people (Census 2021)"; of a guess it says that it is one. */
export function sayPeople({ t }: Reader, { population, populationSource, populationGuessed }: People): string {
  if (population === null) return t('boundary.people-unknown');
  if (populationGuessed) return t('boundary.people-guessed', { count: population, number: sayNumber(roundTens(population)) });
  const people = t('boundary.people', { count: population, number: sayNumber(population) });
  return populationSource ? t('boundary.with-source', { people, source: populationSource }) : people;
}

/** "Marcus Bell · Siân Prosser stands in until 1 December 2026". */
export const sayKeepers = (reader: Reader, keepers: AreaKeeper[]): string => keepers.map((keeper) => sayKeeper(reader, keeper)).join(' · ');

const sayKeeper = ({ t }: Reader, { name, role, until }: AreaKeeper): string =>
  t(`cover.${role}-${until ? 'until' : 'open'}`, { name, until: until ? sayFullDate(t, until) : '' });

/** A guess has no ones. */
const roundTens = (number: number) => Math.round(number / 10) * 10;

export const sayNumber = (number: number): string => number.toLocaleString('en-GB');

/** In hectares below a square kilometre, which is a hundred of them. */
export function saySize({ t }: Reader, squareMetres: number): string {
  const hectares = squareMetres / 10_000;
  if (hectares >= 100) return t('boundary.square-kilometres', { size: (hectares / 100).toFixed(1) });
  return t('boundary.hectares', { size: hectares < 1 ? hectares.toFixed(2) : hectares.toFixed(0) });
}

/** "From 1 December 2026: Abbey and Riverside, Lower Riverside". */
export function sayRecut({ t, locale }: Reader, { state, startsOn, madeBy, areas }: RecutInList): string {
  const names = sayList(
    t,
    areas.map(({ name, name_cy }) => inLocale(locale, name, name_cy).text),
  );
  return t(`boundary.told-${state}`, { names, name: madeBy, date: startsOn ? sayFullDate(t, startsOn) : '' });
}

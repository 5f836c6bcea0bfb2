import { expect, test } from 'vitest';
import type { Locale } from '../../web/i18n/locale.ts';
import { sayLandmark } from '../../web/i18n/say-landmark.ts';

test.each<[string, Locale, string]>([
  ['Bus station', 'en', 'the bus station'],
  ['Canal basin', 'en', 'the canal basin'],
  ['library', 'en', 'the library'],
  ['Cemetery', 'en', 'the cemetery'],
  ['The Knoll', 'en', 'the Knoll'],
  ['Castle Park', 'en', 'Castle Park'],
  ['Riverside Library', 'en', 'Riverside Library'],
  ['Bryn Melyn quarry', 'en', 'Bryn Melyn quarry'],
  ['Pont-y-felin', 'en', 'Pont-y-felin'],
  ['Coed y Felin', 'en', 'Coed y Felin'],
  ['Gorsaf fysiau', 'cy', 'gorsaf fysiau'],
  ['Basn y gamlas', 'cy', 'basn y gamlas'],
  ['Yr Hen Bont', 'cy', 'yr Hen Bont'],
  ['Llyfrgell Glan-yr-afon', 'cy', 'Llyfrgell Glan-yr-afon'],
])('“%s” on the way is said in %s as “%s”', (name, locale, said) => {
  expect(sayLandmark(name, locale)).toBe(said);
});

import type { Names } from '../../api/duplicates/compare-names.ts';
import type { Compared } from '../../api/duplicates/look-alike-rules.ts';

export interface JudgedPair {
  one: Names;
  other: Names;
  known: Compared;
}

const unknown: Compared = { same_venue: false, same_phone: false, same_web: false, metres: null, place_and_doing: false };
const here = { metres: 40 };
const hall = { same_venue: true, metres: 0 };
const hallsOwn = { ...hall, same_phone: true, same_web: true };
const otherTown = { metres: 9_000 };

const pair = (one: string | [string, string], other: string | [string, string], known: Partial<Compared> = {}): JudgedPair => ({
  one: named(one),
  other: named(other),
  known: { ...unknown, ...known },
});
const named = (name: string | [string, string]): Names =>
  typeof name === 'string' ? { name, name_cy: null } : { name: name[0], name_cy: name[1] };

/** One thing that is here twice, as people who look after lists have found them. */
export const same: JudgedPair[] = [
  pair('Llanderw WI', 'Womens Institute Llanderw', here),
  pair("St Mary's Church", 'Saint Marys Church', here),
  pair('St. Teilo’s Ch. Hall', "Saint Teilo's Church Hall", here),
  pair('Mend & Natter', 'Mend and Natter'),
  pair('Pebble Painters', 'The Pebble Painters', here),
  pair('Riverside Gardners', 'Riverside Gardeners', here),
  pair('Llandderw Choir', 'Llanderw Choir', here),
  pair('Côr Llanderw', 'Llanderw Choir', here),
  pair(['Llanderw Village Hall', 'Neuadd Bentref Llanderw'], 'Neuadd Llanderw', here),
  pair('Cylch Meithrin Llanderw', 'Llanderw Playgroup', hall),
  pair('Llanderw Bowling Club', 'Llanderw Bowls Club', here),
  pair('Castle Knitting Circle', 'Castle Knitters', here),
  pair('Tea dance at the Regal', 'The Regal tea dance', hall),
  pair('Riverside Community Garden', 'Riverside Garden', here),
  pair('Abbey Comm. Assoc.', 'Abbey Community Association', here),
  pair('1st Llanderw Scouts', 'First Llanderw Scout Group', here),
  pair('Llanderw Men’s Shed', 'Llanderw Shed', { same_phone: true }),
  pair('Pebble Painters', 'Pebble Painters Llanderw', hall),
  pair('Ukulele Players', 'Riverside Ukulele Players', hall),
  pair('Llanderw FC', 'Llanderw Football Club', { same_web: true }),
  pair('Llanderw Play Group', 'Llanderw Playgroup', here),
  pair('Coffee morning', 'Coffee Mornings', hall),
  pair('Llanderw Foodbank', 'Banc Bwyd Llanderw', here),
  pair('Friends of Abbey Park', 'Abbey Park Friends Group', here),
  pair('Holy Trinity Ch.', 'Holy Trinity Church', here),
  pair('The Old Forge Cafe', 'Old Forge Café', here),
  pair('Wenford Men’s Shed', 'Wenford Men in Sheds', hall),
  pair('U3A Wenford', 'Wenford University of the Third Age'),
  pair('Wenford Rd Allotments', 'Wenford Road Allotment Society', here),
  pair('Wenford Museum', 'Wenford Museum and Art Gallery', hallsOwn),
];

/** Two things, however much they share. */
export const two: JudgedPair[] = [
  pair('The Regal tea dance', 'The Regal foyer', hallsOwn),
  pair('The Regal tea dance', 'The Regal', { ...hallsOwn, place_and_doing: true }),
  pair('Yoga at the Regal', 'The Regal', { ...hallsOwn, place_and_doing: true }),
  pair('The Regal tea dance', 'The Regal quiz night', hallsOwn),
  pair("St Mary's Church", "St Mary's Church Hall", hallsOwn),
  pair("St Mary's Church choir", "St Mary's Church", { ...hallsOwn, place_and_doing: true }),
  pair("St Mary's Church", "St Michael's Church", here),
  pair("St Mary's lunch club", "St Mary's coffee morning", hallsOwn),
  pair("St Mary's mother and toddler group", "St Mary's lunch club", hallsOwn),
  pair('Llanderw Village Hall', 'Llanderw Village Hall coffee morning', { ...hallsOwn, place_and_doing: true }),
  pair('Llanderw Library', 'Llanderw Library knitting group', { ...hallsOwn, place_and_doing: true }),
  pair('Llanderw Library story time', 'Llanderw Library book group', hallsOwn),
  pair('Llanderw Choir', 'Llanderw Community Garden', here),
  pair('Llanderw WI', 'Aberwen WI', otherTown),
  pair('Llanderw WI', 'Aberwen WI'),
  pair('Repair Café Llanderw', 'Repair Café Aberwen', { same_web: true, metres: 9_000 }),
  pair('Knit and Natter', 'Knit and Natter', otherTown),
  pair('Coffee morning', 'Coffee morning', { metres: 1_200 }),
  pair('Coffee morning', 'Coffee morning'),
  pair('Lunch club', 'Lunch club', otherTown),
  pair('Slimmers of Llanderw', 'Slimmers of Aberwen', { same_web: true, metres: 9_000 }),
  pair('1st Llanderw Scouts', '2nd Llanderw Scouts', here),
  pair('1st Llanderw Scouts', '1st Llanderw Guides', hallsOwn),
  pair('Llanderw Brownies', 'Llanderw Guides', hallsOwn),
  pair('Tuesday lunch club', 'Thursday lunch club', hallsOwn),
  pair('Monday Knitters', 'Friday Knitters', hallsOwn),
  pair('Llanderw Juniors FC', 'Llanderw FC', hallsOwn),
  pair('Llanderw Ladies Hockey', 'Llanderw Mens Hockey', hallsOwn),
  pair('Llanderw Cricket Club', 'Llanderw Tennis Club', hallsOwn),
  pair('Abbey Park', 'Abbey Park Bowls Club', { ...here, place_and_doing: true }),
  pair('Castle Street Allotments', 'Castle Road Allotments', here),
  pair('Riverside Walkers', 'Riverside Runners', here),
  pair('Riverside Garden', 'Riverside Orchard', here),
  pair('Friends of Abbey Park', 'Friends of Castle Park', here),
  pair('Friends of Abbey Park', 'Friends of Abbey Wood', here),
  pair('Côr Llanderw', 'Clwb Garddio Llanderw', here),
  pair('Llanderw Choir', 'Llanderw Ladies Choir', here),
  pair('Toddler group', 'Toddler group', { metres: 800 }),
  pair('Guitar with Huw', 'Guitar with Owain'),
  pair('Bread with Carys', 'Bread with Rhian', here),
  pair('Llanderw Primary School', 'Llanderw High School', here),
  pair('Llanderw Methodist Church', 'Llanderw Baptist Church', here),
  pair('Wenford Library', 'Aberwen Library', otherTown),
  pair('Wenford Bridge Club', 'Wenford Chess Club', hallsOwn),
  pair('Stretford Public Hall', 'Friends of Stretford Public Hall', { ...hallsOwn, place_and_doing: true }),
  pair('Wenford Children’s Centre', 'Wenford Leisure Centre', here),
  pair('Abbey Street Garage', 'Abbey Street Surgery', here),
  pair('Northgate Field', 'Hound Hour on Northgate Field', { ...hall, place_and_doing: true }),
  pair('The Mill Reading Room', 'Reading at the Mill', { ...hall, place_and_doing: true }),
  pair('Upper Wenford Hall', 'Lower Wenford Hall', here),
  pair('Yoga in the park', 'Pilates in the park', here),
];

import type { CoordinatorPage, OpenedCoordinatorPage } from '../../../../api/contract/coordinator-page.ts';
import type { SessionState } from '../../../../api/contract/session-state.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import type { DeskData } from '../../../server/desk-data.ts';
import { type Boxes, saySession } from '../asset/boxes-of.ts';
import { readTimesBoxes } from '../asset/read-times-boxes.ts';

/** The boxes in which a coordinator's page is written: a door has its times and its place. */
export function pageBoxes({ page, venues, version }: OpenedCoordinatorPage, reader: Reader): Boxes {
  const doors = page.doors.map((door, at): Boxes => {
    const said = saySession(door, reader);
    const venue = door.venue_id === null ? undefined : venues[door.venue_id];
    const place = venue ? inLocale(reader.locale, venue.name, venue.name_cy).text : '';
    return {
      [`s${at}.was`]: JSON.stringify(door),
      ...{ [`s${at}.said`]: said, [`s${at}.words`]: said, [`s${at}.place`]: place, [`s${at}.placed`]: place },
      ...{
        [`s${at}.note`]: door.note ?? '',
        [`s${at}.paused_from`]: door.paused_from ?? '',
        [`s${at}.paused_until`]: door.paused_until ?? '',
      },
    };
  });
  return {
    ...{ version, about: page.about ?? '', about_cy: page.about_cy ?? '', phone: page.phone ?? '', sessions: String(doors.length) },
    ...Object.assign({}, ...doors),
  };
}

interface Reading {
  opened: OpenedCoordinatorPage;
  desk: Pick<DeskData, 'readTimes' | 'findPlaces'>;
}

/** What the boxes say, as a page; what is wrong with which box; and the doors by their boxes, for their next dates. */
export async function readPageBoxes(boxes: Boxes, { opened, desk }: Reading) {
  const { byBox, told, events } = readTimesBoxes({ ...kept(boxes, opened), ...boxes }, desk);
  const errors: FormError[] = events.length > 0 ? [{ field: 's0.words', text: 'my-page.wrong-once' }] : [];
  const doors: SessionState[] = [];
  for (const [box, sessions] of Object.entries(byBox)) {
    const place = await readPlace(box, boxes, { opened, desk });
    if (place === undefined) errors.push({ field: `${box}.place`, text: 'my-page.wrong-place' });
    if (sessions.length === 0) errors.push({ field: `${box}.words`, text: 'edit.wrong-times' });
    doors.push(...sessions.map((session) => ({ ...session, venue_id: place ?? null })));
  }
  const text = (name: string) => boxes[name]?.trim() || null;
  const page: CoordinatorPage = { about: text('about'), about_cy: text('about_cy'), phone: text('phone'), doors };
  for (const name of ['about', 'about_cy', 'phone'] as const)
    if ((page[name]?.length ?? 0) > (name === 'phone' ? 40 : 1200)) errors.push({ field: name, text: 'edit.too-long' });
  return { page, errors, byBox, told };
}

/** What a door has no box for goes on as it was. */
function kept(boxes: Boxes, { page }: OpenedCoordinatorPage): Boxes {
  const own = page.doors.map((door, at): Boxes => {
    const texts = { title: door.title, title_cy: door.title_cy, ends_on: door.ends_on, pause_note: door.pause_note };
    return boxes[`s${at}.was`] === undefined
      ? {}
      : Object.fromEntries(Object.entries(texts).map(([name, text]) => [`s${at}.${name}`, text ?? '']));
  });
  return Object.assign({}, ...own);
}

/** Of a place that nobody touched, the one it had; else the only one that the words can mean. Undefined: none, or several. */
async function readPlace(box: string, boxes: Boxes, { desk }: Reading): Promise<string | null | undefined> {
  const typed = boxes[`${box}.place`]?.trim() ?? '';
  if (typed === '') return null;
  if (typed === boxes[`${box}.placed`]) return venueIn(boxes[`${box}.was`]);
  const venues = (await desk.findPlaces(typed)).flatMap((place) => (place.type === 'venue' ? [place] : []));
  const isNamed = (name: string | null) => name?.toLowerCase() === typed.toLowerCase();
  const [one, ...others] = venues;
  return (venues.find(({ name, name_cy }) => isNamed(name) || isNamed(name_cy)) ?? (others.length === 0 ? one : undefined))?.id;
}

function venueIn(was: string | undefined): string | null {
  try {
    return JSON.parse(was ?? '').venue_id ?? null;
  } catch {
    return null;
  }
}

import { AssetState } from '../../../../api/contract/asset-state.ts';
import type { TimesTold } from '../../../../api/contract/desk-asset.ts';
import type { SessionState } from '../../../../api/contract/session-state.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { MessageKey } from '../../../i18n/translate.ts';
import type { DeskData } from '../../../server/desk-data.ts';
import { type Boxes, type Carried, giftTexts, plainTexts } from './boxes-of.ts';
import { readPlaceBoxes } from './read-place-boxes.ts';
import { readTimesBoxes } from './read-times-boxes.ts';

export interface ReadBoxes {
  /** As far as it goes: where something is wrong, `errors` say so. */
  state: AssetState;
  errors: FormError[];
  /** What of the times was not understood, or was taken so, by box. */
  told: Record<string, TimesTold[]>;
  /** The sessions by the box in which they are written. */
  sessionsByBox: Record<string, SessionState[]>;
}

/** What the boxes of the form say, as a state. */
export async function readBoxes(boxes: Boxes, desk: Pick<DeskData, 'readTimes' | 'findPlaces'>): Promise<ReadBoxes> {
  const was = readWas(boxes.was);
  const place = await readPlaceBoxes(boxes, was, desk);
  const times = readTimesBoxes(boxes, desk);
  const pence = readPence(boxes.cost_pounds ?? '');
  const candidate = {
    status: was.status,
    // With a place it goes by that; the box is there where it has none.
    area_id: boxes.area === undefined ? was.area_id : boxes.area || null,
    kind: boxes.kind,
    ...Object.fromEntries(plainTexts.map((name) => [name, boxes[name]?.trim() || null])),
    name: boxes.name ?? '',
    summary: boxes.summary ?? '',
    topics: ticked(boxes, 'topic'),
    access: inOrder(ticked(boxes, 'access'), was.access),
    languages: inOrder(ticked(boxes, 'language'), was.languages),
    ...place.state,
    point_privacy: boxes.private_place ? 'private' : 'public',
    just_turn_up: yesOrNo(boxes.just_turn_up),
    bring_someone: yesOrNo(boxes.bring_someone),
    cost_type: boxes.cost_type,
    cost_pence: boxes.cost_type === 'price' ? (pence ?? null) : null,
    sessions: times.sessions,
    events: times.events,
    gift: readGift(boxes, was),
  };
  const parsed = AssetState.safeParse(candidate);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, code }) => errorOf(path.join('.'), code));
  const errors = [...wrong, ...place.errors, ...times.errors, ...(pence === undefined ? [priceError] : [])];
  return {
    state: parsed.success ? parsed.data : trusted(candidate),
    errors: onceEach(errors),
    told: times.told,
    sessionsByBox: times.byBox,
  };
}

/** What the form carried along for us; who sends it may publish as much anyway. */
function readWas(text: string | undefined): Carried {
  const nothing = {
    status: 'published',
    area_id: null,
    venue_id: null,
    lat: null,
    lng: null,
    gift: null,
    languages: [],
    access: [],
  } as const;
  try {
    return { ...nothing, ...JSON.parse(text ?? '') };
  } catch {
    return { ...nothing, languages: [], access: [] };
  }
}

/** In the order in which they stood, new ones last: nothing changes where nobody ticked anything. */
const inOrder = (ticked: string[], was: readonly string[]) => [
  ...was.filter((each) => ticked.includes(each)),
  ...ticked.filter((each) => !was.includes(each)),
];

function readGift(boxes: Boxes, { gift }: Pick<AssetState, 'gift'>): AssetState['gift'] {
  const [relay_contact, consented_on, expires_on] = giftTexts.map((name) => boxes[`gift.${name}`]?.trim() || null);
  if (boxes.kind !== 'people' || !(gift || relay_contact || consented_on || expires_on)) return null;
  return {
    introduced_by: gift?.introduced_by ?? null,
    relay_contact: relay_contact ?? null,
    consented_on: consented_on ?? null,
    expires_on: expires_on ?? null,
  };
}

/** Undefined: it is no price. */
function readPence(text: string): number | null | undefined {
  const typed = text.trim().replace(/^£/, '').replace(',', '.');
  if (typed === '') return null;
  return /^\d{1,4}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : undefined;
}

const priceError: FormError = { field: 'cost_pounds', text: 'edit.wrong-price' };

/** For showing alone: what is wrong with it stands beside it. */
const trusted = (candidate: object): AssetState => candidate as AssetState;

const texts: Record<string, MessageKey> = {
  name: 'edit.wrong-name',
  summary: 'edit.wrong-summary',
  contact_email: 'edit.wrong-email',
  contact_web: 'edit.wrong-web',
  lat: 'edit.wrong-place',
  kind: 'edit.wrong-kind',
};

function errorOf(path: string, code: string | undefined): FormError {
  const gift = /^gift\.(.+)$/.exec(path)?.[1];
  const [, kind, at, field] = /^(sessions|events)\.(\d+)\.?(\w*)/.exec(path) ?? [];
  if (kind) return { field: `${kind[0]}${at}.${field && /_on$|_from$|_until$/.test(field) ? field : 'words'}`, text: 'edit.wrong-times' };
  return { field: gift ? `gift.${gift}` : path, text: code === 'too_big' ? 'edit.too-long' : (texts[path] ?? 'edit.wrong') };
}

const onceEach = (errors: FormError[]) => errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at);

export const ticked = (boxes: Boxes, box: string): string[] =>
  Object.keys(boxes).flatMap((name) => (name.startsWith(`${box}.`) ? [name.slice(box.length + 1)] : []));
const yesOrNo = (value: string | undefined) => (value === 'yes' ? true : value === 'no' ? false : null);

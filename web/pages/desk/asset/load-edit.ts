import { type AssetPart, assetPartNames, differingParts, withParts } from '../../../../api/contract/asset-parts.ts';
import type { AssetState } from '../../../../api/contract/asset-state.ts';
import type { AssetWarning, ComingDate, OpenedAsset, PlaceChoice, PlainWord } from '../../../../api/contract/desk-asset.ts';
import type { NamedArea } from '../../../../api/contract/people.ts';
import { isUuid } from '../../../../api/contract/state-parts.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import type { TopicNames } from '../../../../api/contract/vocabulary.ts';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { type FoundWord, findPlainWords, replaceWord } from '../../../plain-words/find-plain-words.ts';
import type { DeskRequest } from '../../../server/desk-page.ts';
import type { PageData } from '../../../server/page-data.ts';
import { type Boxes, boxesOf, plainTexts } from './boxes-of.ts';
import { type ReadBoxes, readBoxes } from './read-boxes.ts';

export interface EditProps {
  form: FormState;
  asset: OpenedAsset;
  topics: TopicNames;
  boxes: Boxes;
  read: ReadBoxes;
  /** Next dates, by the box in which the times are written. */
  dates: Record<string, ComingDate[]>;
  warnings: AssetWarning[];
  words: { box: string; found: FoundWord[] }[];
  plainWords: PlainWord[];
  places: PlaceChoice[];
  /** To which it may belong, as long as it has no place. */
  areas: NamedArea[];
  /** Somebody else saved it since this edit began. */
  clash: Clash | null;
  isDraft: boolean;
  /** What a neighbour said of it, which is in hand. */
  said: string | null;
  /** What was just done here. */
  done: string | null;
  /** It was to be published, and there is something to look at first. */
  isHeld: boolean;
}

export interface Clash {
  /** In which both wrote something else. */
  both: AssetPart[];
  /** In which only the other one wrote; theirs stays, unless it is chosen otherwise. */
  theirs: AssetPart[];
}

/** The asset with what is in its boxes: as sent, else as put aside, else as it stands. */
export async function loadEdit(data: PageData, request: DeskRequest, viewer: SignedIn): Promise<EditProps> {
  const { form, params, query, reader } = request;
  const [asset, topics] = await Promise.all([data.desk.openAsset(viewer, params.id ?? ''), data.topicNames()]);
  const isSent = form.typed.version !== undefined;
  const draft = query.fresh === undefined ? asset.draft : null;
  const sent = isSent ? await settled(data, request, { asset, boxes: sentBoxes(form.typed) }) : null;
  const inHand = sent ? null : await takeInHand(data, request, { viewer, asset });
  const boxes = sent ?? inHand ?? draft?.boxes ?? boxesOf(asset.state, asset.version, reader);
  const read = await readBoxes(boxes, data.desk);
  const clash =
    isSent && Number(boxes.version) !== asset.version ? await findClash(data, viewer, { asset, boxes, mine: read.state }) : null;
  const [warnings, dates, places, areas] = await Promise.all([
    data.desk.warnOfEdit(read.state, asset.state.area_id),
    foretell(data, read),
    data.desk.findPlaces(boxes.looked ?? ''),
    asset.point ? [] : data.desk.areasFor(viewer, 'asset.draft'),
  ]);
  return {
    form,
    asset,
    topics,
    boxes,
    read,
    dates,
    warnings,
    words: findWords(boxes, data.desk.plainWords()),
    plainWords: data.desk.plainWords(),
    places,
    areas,
    clash,
    isDraft: !isSent && inHand === null && draft !== null,
    said: boxes.suggestion ? await data.desk.openSuggestion(viewer, { id: boxes.suggestion, assetId: asset.id }) : null,
    done: typeof query.done === 'string' ? query.done : null,
    isHeld: form.typed.do === 'publish' && form.errors.length === 0,
  };
}

/** The boxes alone, with line ends as we keep them, and what a press of a button does to them. */
function sentBoxes({ token: _token, form: _form, do: pressed = '', ...typed }: Boxes): Boxes {
  const boxes = cleanBoxes(typed);
  if (pressed === 'look') return { ...boxes, looked: boxes.place?.trim() ?? '' };
  const [, box = '', at, word = '', offer = ''] = /^word:(\w+):(\d+):([^:]+):(.+)$/.exec(pressed) ?? [];
  return box in boxes ? { ...boxes, [box]: replaceWord(boxes[box] ?? '', { at: Number(at), word }, offer) } : boxes;
}

/** What was brought along from what waits: the boxes hold a builder's words, or a neighbour's stand beside them. */
async function takeInHand(
  data: PageData,
  { query, reader }: DeskRequest,
  { viewer, asset }: { viewer: SignedIn; asset: OpenedAsset },
): Promise<Boxes | null> {
  if (isId(query.proposed)) {
    const proposed = await data.desk.openProposedEdit(viewer, query.proposed);
    if (proposed.asset_id === asset.id) return { ...boxesOf(proposed.state, proposed.of_version, reader), proposed: query.proposed };
  }
  return isId(query.suggestion) ? { ...boxesOf(asset.state, asset.version, reader), suggestion: query.suggestion } : null;
}

const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value);

/** Where two had written at once and it was chosen whose stays, the boxes hold what was chosen. */
async function settled(data: PageData, { reader }: DeskRequest, { asset, boxes }: { asset: OpenedAsset; boxes: Boxes }): Promise<Boxes> {
  const parts = keptTheirs(boxes);
  if (parts.length === 0 || Number(boxes.version) !== asset.version) return boxes;
  const { state } = await readBoxes(boxes, data.desk);
  return { ...boxesOf(withParts(state, asset.state, parts), asset.version, reader), ...carriedAlong(boxes) };
}

const carriedAlong = (boxes: Boxes): Boxes =>
  Object.fromEntries(['seen', 'proposed', 'suggestion'].flatMap((name) => (boxes[name] ? [[name, boxes[name]]] : [])));

/** The parts for which another's words were chosen. */
export const keptTheirs = (boxes: Boxes): AssetPart[] => assetPartNames.filter((part) => boxes[`keep.${part}`] === 'theirs');

export const cleanBoxes = (typed: Boxes): Boxes =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]));

async function findClash(
  data: PageData,
  viewer: SignedIn,
  { asset, boxes, mine }: { asset: OpenedAsset; boxes: Boxes; mine: AssetState },
): Promise<Clash> {
  const base = await data.desk.stateOfVersion(viewer, asset.id, Number(boxes.version));
  const differing = differingParts(mine, asset.state);
  const mineOnes = new Set(base ? differingParts(base, mine) : differing);
  return { both: differing.filter((part) => mineOnes.has(part)), theirs: differing.filter((part) => !mineOnes.has(part)) };
}

async function foretell(data: PageData, { sessionsByBox }: ReadBoxes): Promise<Record<string, ComingDate[]>> {
  const entries = Object.entries(sessionsByBox).map(async ([box, sessions]) => [box, await data.desk.foretellDates(sessions)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Boxes whose words strangers read. */
export const wordedBoxes = plainTexts.filter((name) => !/^(contact_|run_by|greeter)/.test(name));

function findWords(boxes: Boxes, list: PlainWord[]) {
  return wordedBoxes.map((box) => ({ box, found: findPlainWords(boxes[box] ?? '', list) })).filter(({ found }) => found.length > 0);
}

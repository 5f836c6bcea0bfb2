import { withParts } from '../../../../api/contract/asset-parts.ts';
import type { AssetState } from '../../../../api/contract/asset-state.ts';
import type { OpenedAsset } from '../../../../api/contract/desk-asset.ts';
import { isUuid } from '../../../../api/contract/state-parts.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { DeskSent } from '../../../server/desk-page.ts';
import type { PageData } from '../../../server/page-data.ts';
import type { Boxes } from './boxes-of.ts';
import { cleanBoxes, keptTheirs } from './load-edit.ts';
import { readBoxes } from './read-boxes.ts';

const showAgain: FormError[] = [];

/** What a button of the asset's page does. Answers where to go on to, or shows the page again: with errors, or with more to look at. */
export async function takeEdit(data: PageData, request: DeskSent, viewer: SignedIn): Promise<string | FormError[]> {
  const { typed, params, reader } = request;
  const id = params.id ?? '';
  const go = (done?: string) => reader.urls.editAsset(id, done);
  const pressed = typed.do ?? '';
  const { desk } = data;
  switch (typed.form) {
    case 'step':
      if (pressed !== 'pause' && pressed !== 'retire' && pressed !== 'show') return go();
      await desk.takeStep(viewer, id, pressed);
      return go(pressed);
    case 'undo':
      await desk.undoLast(viewer, id);
      return go('undone');
    case 'watch':
      await desk.watchAsset(viewer, id, pressed === 'watch');
      return go();
    case 'note':
      if (pressed !== '') await desk.removeNote(viewer, id, pressed);
      else if (typed.note?.trim()) await desk.addNote(viewer, id, typed.note.trim());
      return `${go()}#notes`;
    case 'unmerge':
      await desk.undoMerge(viewer, pressed);
      return go('unmerged');
    case 'forget':
      await desk.throwDraftAway(viewer, id);
      return go('forgotten');
    default:
      return takeBoxes(data, request, viewer);
  }
}

async function takeBoxes(data: PageData, request: DeskSent, viewer: SignedIn): Promise<string | FormError[]> {
  const { typed, params, reader } = request;
  const id = params.id ?? '';
  const { token: _token, form: _form, do: pressed, ...sent } = typed;
  const boxes = cleanBoxes(sent);
  if (pressed === 'later') {
    const began = boxes.began ?? boxes.version ?? '';
    await data.desk.saveDraft(viewer, id, { boxes: { ...boxes, version: began }, ofVersion: Number(began) || 0 });
    return reader.urls.editAsset(id, 'later');
  }
  return pressed === 'publish' ? publish(data, request, { viewer, boxes }) : showAgain;
}

async function publish(data: PageData, { params, reader, problemOf }: DeskSent, { viewer, boxes }: { viewer: SignedIn; boxes: Boxes }) {
  const { desk } = data;
  const asset = await desk.openAsset(viewer, params.id ?? '');
  const read = await readBoxes(boxes, desk);
  if (read.errors.length > 0) return read.errors;
  const chosen = await chooseParts(data, { viewer, asset, boxes, mine: read.state });
  const status = asset.state.status === 'draft' ? 'published' : chosen.status;
  const state = { ...chosen, status, area_id: await desk.areaOf(chosen) };
  const seen = new Set(boxes.seen?.split(' '));
  const warnings = await desk.warnOfEdit(state, asset.state.area_id);
  if (warnings.some(({ code }) => !seen.has(code))) return showAgain;
  const edit = { state, version: Number(boxes.version) };
  const mayPublish = asset.may.publish && desk.mayDo(viewer, 'asset.publish', state.area_id);
  try {
    const id = (name: string) => (boxes[name] && isUuid(boxes[name]) ? boxes[name] : null);
    await (mayPublish ? desk.publishAsset(viewer, asset.id, edit) : desk.proposeEdit(viewer, asset.id, edit));
    if (mayPublish) await desk.finishReview(viewer, { proposed: id('proposed'), suggestion: id('suggestion') });
  } catch (error) {
    const { type, errors } = problemOf(error);
    // A steward took it away or joined it to another while this was written.
    if (type === '/problems/moved' || errors?.some(({ field }) => field === 'topic'))
      return [{ field: 'topics', text: 'edit.wrong-topic' as const }];
    if (type !== '/problems/edited-meanwhile') throw error;
    return [{ field: null, text: 'edit.meanwhile' as const }];
  }
  return reader.urls.editAsset(asset.id, mayPublish ? 'published' : 'proposed');
}

/** After two wrote at once: mine, but for the parts where theirs was chosen. */
async function chooseParts(
  { desk }: PageData,
  { viewer, asset, boxes, mine }: { viewer: SignedIn; asset: OpenedAsset; boxes: Boxes; mine: AssetState },
): Promise<AssetState> {
  const parts = keptTheirs(boxes);
  if (parts.length === 0) return mine;
  const version = Number(boxes.version);
  const theirs = version === asset.version ? asset.state : await desk.stateOfVersion(viewer, asset.id, version);
  return theirs ? withParts(mine, theirs, parts) : mine;
}

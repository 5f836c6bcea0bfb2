import { randomUUID } from 'node:crypto';
import { refuse } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import type { EditFault, RecutEdit } from '../contract/recut.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { standingAreas } from './boundary-queries.ts';
import { insertRecut, insertRecutAreas } from './recut-queries.ts';
import { add, give, plan, reshape, type StandingArea, split, type Wish } from './recut-rules.ts';
import { isFault, readGround, readLine } from './shape-text-rules.ts';

type RecutDeps = Pick<Deps, 'db' | 'clock'>;

/**
 * Works out what an edit comes to and keeps it to be looked at; nothing changes yet. Answers its id, or what is wrong with the edit. Throws
 * not-yours for an area whose boundary is not the viewer's, not-found for one that is not there.
 */
export async function draftRecut(deps: RecutDeps, viewer: SignedIn, edit: RecutEdit): Promise<string | EditFault> {
  const areas = (await standingAreas(deps.db)).map(({ version_id: versionId, ...area }) => ({ ...area, versionId }));
  const area = 'slug' in edit ? areas.find(({ slug }) => slug === edit.slug) : null;
  if (area === undefined) throw notFound('There is no area of that name.');
  if (!mayDo(viewer, 'area.draw', area?.id ?? null)) throw await refuse(deps, viewer, 'area.draw', area?.id ?? null);
  const wish = toWish(areas, edit, area);
  if ('fault' in wish) return { values: {}, ...wish };
  const { areas: planned, leftOpen } = plan(areas, wish);
  return deps.db.transaction(async (tx) => {
    const { accountId, name: madeBy } = viewer;
    const id = await insertRecut(tx, { kind: edit.kind, leftOpen, now: deps.clock.now(), accountId, madeBy });
    await insertRecutAreas(tx, id, planned);
    return id;
  });
}

type Refusal = Omit<EditFault, 'values'> & Partial<Pick<EditFault, 'values'>>;

function toWish(areas: StandingArea[], edit: RecutEdit, area: StandingArea | null): Wish | Refusal {
  if ('name' in edit) {
    if (edit.name === '') return { field: 'name', fault: 'missing' };
    if (areas.some(({ name }) => name.toLowerCase() === edit.name.toLowerCase())) return { field: 'name', fault: 'name-taken' };
  }
  if ('lost' in edit && !['beside', 'nobody'].includes(edit.lost) && !areas.some(({ id }) => id === edit.lost && id !== area?.id))
    return { field: 'lost', fault: 'not-there' };
  if (edit.kind === 'give') return area ? give(areas, area, edit.lost) : { field: 'lost', fault: 'not-there' };
  if (edit.kind === 'split') {
    const line = readLine(edit.line);
    if (isFault(line)) return { field: 'line', ...line };
    return area ? split(area, { line, newcomer: newcomerOf(edit), newPart: edit.newPart }) : { field: 'line', fault: 'not-there' };
  }
  const ground = readGround(edit.shape);
  if (isFault(ground)) return { field: 'shape', ...ground };
  if (edit.kind === 'add') return add(areas, { ground, newcomer: newcomerOf(edit) });
  return area ? reshape(areas, area, { ground, lost: edit.lost }) : { field: 'shape', fault: 'not-there' };
}

const newcomerOf = ({ name, nameCy }: { name: string; nameCy: string }) => ({ id: randomUUID(), name, name_cy: nameCy || null });

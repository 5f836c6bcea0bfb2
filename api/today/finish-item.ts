import { requireRight } from '../accounts/require-right.ts';
import { takeBackMs } from '../checks/take-back-check.ts';
import type { TodayAct } from '../contract/today.ts';
import type { DeskAction, SignedIn } from '../contract/viewer.ts';
import { insideTransaction } from '../db/inside-transaction.ts';
import type { Deps } from '../deps.ts';
import { badRequest, notFound } from '../errors.ts';
import { doAct } from './do-act.ts';
import { insertStep, type Subject, subject } from './step-queries.ts';
import { forgetSteps } from './undo-step.ts';

export interface Finishing {
  /** Of the item. */
  key: string;
  act: TodayAct;
  /** A kind reason, the place, or the area's id. */
  words: string;
  publicUrl: string;
}

/** What each act asks of whoever does it. Putting something off is nobody else's business. */
const rightsFor: Record<TodayAct, DeskAction[]> = {
  closed: ['asset.retire'],
  'still-on': ['check.log'],
  checked: ['check.log'],
  'put-right': ['suggestion.review'],
  kept: ['suggestion.review'],
  published: ['suggestion.review', 'asset.publish'],
  signpost: ['suggestion.review'],
  'left-out': ['suggestion.review'],
  two: ['asset.merge'],
  'goes-on': ['asset.publish'],
  placed: ['asset.publish'],
  'in-area': ['asset.publish'],
  ends: [],
  noted: [],
  tomorrow: [],
  'next-week': [],
};

/** Finishes an item where it stands. Answers the step, for taking it back. Throws not-found, not-yours, gone and bad-request. */
export async function finishItem(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, finishing: Finishing): Promise<string> {
  const now = deps.clock.now();
  const { key, act } = finishing;
  const subjects = await subjectsOf(deps, key);
  const needed = rightsFor[act].concat(key.startsWith('suggestion:') && rightsFor[act].length > 0 ? ['suggestion.review'] : []);
  for (const { area_id } of subjects) for (const action of needed) await requireRight(deps, viewer, action, area_id);
  await forgetSteps(deps);
  return deps.db.transaction(async (tx) => {
    const inside = { db: insideTransaction(tx), clock: deps.clock };
    const undo = await doAct(inside, viewer, { ...finishing, about: subjects[0] ?? null, heldUntil: new Date(now.getTime() + takeBackMs) });
    const { name, name_cy } = subjects[0] ?? { name: '', name_cy: null };
    return insertStep(tx, { accountId: viewer.accountId, now, act, name, name_cy, undo });
  });
}

/** One; two of a pair; none of what people looked for. */
async function subjectsOf({ db }: Pick<Deps, 'db'>, key: string): Promise<Subject[]> {
  if (/^gap:[\w:.+/=-]{1,190}$/.test(key)) return [];
  const [sort = '', ...ids] = key.split(':');
  const isKnown = ['suggestion', 'proposal', 'check', 'ending', 'nowhere', 'alike'].includes(sort);
  if (!isKnown || ids.length !== (sort === 'alike' ? 2 : 1) || !ids.every((id) => isId.test(id)))
    throw badRequest([{ field: 'item', detail: 'is none of the list' }]);
  const of = sort === 'suggestion' || sort === 'proposal' ? sort : 'asset';
  return Promise.all(
    ids.map(async (id) => {
      const found = await subject(db, of, id);
      if (!found) throw notFound('This is not here any more.');
      return found;
    }),
  );
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

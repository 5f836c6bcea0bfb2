import type { AccountChange, Person } from '../contract/people.ts';
import type { SignedIn } from '../contract/viewer.ts';
import { mayDo } from './rights-rules.ts';

type Someone = Omit<Person, 'changes'>;

/** Stewards see everyone; who looks after an area sees its builders. */
export const maySee = (viewer: SignedIn, person: Someone): boolean => viewer.role === 'steward' || isBuilderOf(viewer, person, 'some');

/** What the viewer may do to somebody now. Nobody closes their own door: so there is always a steward. */
export function changesFor(viewer: SignedIn, person: Someone): AccountChange[] {
  if (person.id === viewer.accountId) return [];
  const looksAfter = viewer.role === 'steward' || isBuilderOf(viewer, person, 'some');
  const trusts = person.role === 'builder' && person.status !== 'suspended' && isBuilderOf(viewer, person, 'every');
  const offered: Record<AccountChange, boolean> = {
    'invite-again': looksAfter && person.status === 'invited',
    trust: trusts && !person.trusted,
    untrust: trusts && person.trusted,
    suspend: looksAfter && person.status !== 'suspended',
    restore: looksAfter && person.status === 'suspended',
  };
  return (['invite-again', 'trust', 'untrust', 'suspend', 'restore'] as const).filter((change) => offered[change]);
}

/** Trust holds in all of a builder's areas, so it is for who looks after them all; to suspend, one will do. */
function isBuilderOf(viewer: SignedIn, { role, areas }: Someone, which: 'some' | 'every'): boolean {
  if (viewer.role === 'steward') return true;
  if (role !== 'builder' || areas.length === 0) return false;
  const action = which === 'some' ? 'account.suspend' : 'builder.trust';
  return areas[which](({ id }) => mayDo(viewer, action, id));
}

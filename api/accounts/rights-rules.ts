import type { DeskAction, SignedIn, Viewer } from '../contract/viewer.ts';

/**
 * Who may do what where: the one place that decides it. `areaId` null: something that lies in no area. Stewards may do everything; others
 * what their role allows, in the areas they have today.
 */
export function mayDo(viewer: Viewer, action: DeskAction, areaId: string | null): boolean {
  if (viewer === null) return false;
  if (viewer.role === 'steward') return true;
  if (areaId === null) return viewer.role === 'coordinator' && viewer.areas.length > 0 && withoutArea.has(action);
  const how = viewer.areas.find(({ id }) => id === areaId)?.how;
  return how !== undefined && rightsIn(viewer, how).has(action);
}

/** Whether there is any area where they may: for what a page offers at all. */
export const mayDoSomewhere = (viewer: Viewer, action: DeskAction): boolean =>
  mayDo(viewer, action, null) || (viewer?.areas.some(({ id }) => mayDo(viewer, action, id)) ?? false);

function rightsIn({ role, trusted }: SignedIn, how: 'lead' | 'cover' | 'builder'): ReadonlySet<DeskAction> {
  if (role === 'coordinator') return how === 'lead' ? leading : covering;
  return trusted ? trustedBuilding : building;
}

/** What residents see of a coordinator: that coordinator keeps it, and stewards. */
export const mayKeepPage = (viewer: SignedIn, coordinatorId: string): boolean =>
  mayDo(viewer, 'coordinator.edit', null) || viewer.coordinatorId === coordinatorId;

/**
 * A group by its own link: with its own asset, wherever that lies, and with no other. Which of its words everyone sees at once is told by their
 * parts (`own-links/own-part-rules.ts`), so publishing is not among it.
 */
export const mayByLink = (link: { assetId: string }, action: DeskAction, assetId: string): boolean =>
  link.assetId === assetId && byLink.has(action);

const byLink: ReadonlySet<DeskAction> = new Set(['asset.draft', 'asset.retire', 'check.log'] as const);

const building: ReadonlySet<DeskAction> = new Set(['asset.draft', 'check.log', 'connection.log'] as const);
const trustedBuilding: ReadonlySet<DeskAction> = new Set([...building, 'asset.publish'] as const);

/** What a coordinator does with something that has no area yet, so that it does not wait for a steward. */
const withoutArea: ReadonlySet<DeskAction> = new Set([
  ...building,
  'asset.publish',
  'asset.retire',
  'asset.merge',
  'link.give',
  'suggestion.review',
  'bulk.change',
  'private.read',
] as const);

const covering: ReadonlySet<DeskAction> = new Set([
  ...withoutArea,
  'area.cover',
  'account.invite',
  'account.suspend',
  'builder.trust',
  'import.run',
  'insight.read',
] as const);

/** Whoever only stands in for a while leaves the boundary as it is. */
const leading: ReadonlySet<DeskAction> = new Set([...covering, 'area.draw'] as const);

import type { AssetState } from '../contract/asset-state.ts';

/** A neighbour's gift, or a place that is somebody's home. */
export const holdsPrivate = ({ kind, gift, point_privacy }: AssetState): boolean =>
  kind === 'people' || gift !== null || point_privacy === 'private';

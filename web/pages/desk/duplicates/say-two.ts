import type { SignedIn } from '../../../../api/contract/viewer.ts';
import type { DeskData } from '../../../server/desk-data.ts';

/** Whoever may make them one found that they are two: as from Today, so that it can be undone. Answers the step. */
export const sayTwo = (desk: DeskData, viewer: SignedIn, pair: string[]): Promise<string> =>
  desk.finishToday(viewer, { key: ['alike', ...pair].join(':'), act: 'two', words: '' });

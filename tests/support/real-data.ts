import { inProject } from '../../api/project-root.ts';

/** Real data that lies beside the project and is never copied into it; where it is not, the tests of it are skipped. */
export const realData = (...path: string[]): string => inProject('..', 'shared', 'data', ...path);

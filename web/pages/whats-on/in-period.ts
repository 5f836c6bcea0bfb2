import type { FindQuery } from '../../urls.ts';
import type { Period } from './read-period.ts';

/** The period as an address holds it. */
export const inPeriod = ({ name, from, to }: Period): Pick<FindQuery, 'on' | 'from' | 'to'> =>
  name === 'day' ? { on: from } : { from, to };

import { badRequest } from '../errors.ts';

/** For a place that means nothing to us. */
export const unknownPlace = (near: string) =>
  badRequest([{ field: 'near', detail: `we do not know “${near}”; try a postcode, a village or a street around here` }]);

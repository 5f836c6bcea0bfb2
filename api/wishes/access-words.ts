import type { AccessFeature } from '../contract/vocabulary.ts';
import type { Reader } from './wish-pieces.ts';

const features: readonly [AccessFeature, RegExp][] = [
  [
    'step-free',
    /^(?:(?:with )?(?:step|stair)s? ?free(?: access)?|(?:with )?no (?:steps|stairs)|without (?:any )?(?:steps|stairs)|level access|(?:with )?wheel ?chairs?(?: (?:accessible|friendly|access|users?|ok))?|(?:for|in) (?:a |my )?wheel ?chairs?|i use a wheel ?chair|dim grisiau|heb risiau|mynediad gwastad|(?:cadair|cadeiriau) olwyn)$/,
  ],
  ['hearing-loop', /^(?:(?:with )?(?:a )?(?:hearing|induction) loop|dolen (?:glyw|sain))$/],
  ['quiet-space', /^(?:(?:with )?(?:a )?quiet (?:space|area)s?|lle tawel i (?:fynd|encilio))$/],
  ['accessible-toilet', /^(?:(?:with )?(?:an? )?(?:accessible|disabled) (?:toilet|loo)s?|toiled(?:au)? hygyrch)$/],
  ['changing-place', /^(?:with )?(?:a )?changing places?(?: toilets?)?$/],
  ['blue-badge-parking', /^(?:(?:with )?(?:blue badge|disabled) parking|parcio bathodyn glas)$/],
  ['large-print', /^(?:in |with )?(?:large print|print bras)$/],
  ['bsl', /^(?:with )?(?:a )?bsl interpret(?:er|ers|ed)$/],
  ['baby-changing', /^(?:(?:with )?(?:a )?(?:baby|nappy) changing|newid (?:babi|cewynnau))$/],
  ['dogs-welcome', /^(?:(?:where )?dogs (?:are )?(?:welcome|allowed)|croeso i gwn)$/],
];
/** "Wheelchair basketball" is a game, and a wheelchair may be what is looked for. */
const notBefore = /^(?:basketball|rugby|tennis|racing|danc(?:e|ing)|repairs?|hire|loan|sports?|pushers?)$/;
const notAfter = /^(?:borrow|hire|lend|mend|repair|fix|push|pushing|buy|old|spare|need|want|a|the|my|another)$/;
/** Calm company; but a quiet walk asks for no quiet room. */
const quietBefore = /^(?:cafe|coffee|lunch|group|club|class|choir|session|table|knitting|crafts?|art|games|tea|company)$/;

/** "Step free", "wheelchair", "hearing loop", "quiet" before "café". */
export const readAccess: Reader = ({ words, before, after }) => {
  if (words === 'quiet' && quietBefore.test(after)) return { access: ['quiet-space'] };
  const found = features.find(([, pattern]) => pattern.test(words))?.[0];
  return found && !notBefore.test(after) && !notAfter.test(before) ? { access: [found] } : null;
};

import type { Reader } from './wish-pieces.ts';

const always =
  /^(?:(?:for free|free of charge|free to (?:come|join|use)|(?:thats|its|that is|it is|and|totally|completely) free)|(?:at )?no cost|costs? nothing|no charge|without paying|(?:yn )?rhad ac am ddim|am ddim|yn rhad ac am ddim|heb dalu|dim cost|di dal)$/;
/** "Gluten free", "when I am free", "set free": nothing about money. */
const notAfter =
  /^(?:gluten|sugar|dairy|nut|wheat|lactose|fat|meat|caffeine|alcohol|drug|smoke|step|steps|barrier|car|traffic|plastic|phone|screen|scent|fragrance|stress|hassle|worry|pain|hands|im|ive|am|are|be|being|i|we|were|get|got|set|feel|feeling|break|born|free|cage|scot|care|my|your)$/;
/** "Free shop" and "free time" are things, "free parking" comes with one. */
const notBefore =
  /^(?:shop|shops|store|range|time|spirit|spirits|speech|church|churches|style|running|runner|wheel|wheels|fall|will|trade|school|parking|wifi|wi|hour|hours|day|days|moment|evening|morning|afternoon|house|free)$/;

/** "Free", "no cost", "am ddim". Cheap is not free. */
export const readCost: Reader = ({ words, before, after }) => {
  if (always.test(words)) return { cost: ['free'] };
  return words === 'free' && !notAfter.test(before.split(' ').at(-1) ?? '') && !notBefore.test(after.split(' ')[0] ?? '')
    ? { cost: ['free'] }
    : null;
};

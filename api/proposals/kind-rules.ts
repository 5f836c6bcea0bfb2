import type { AssetKind } from '../contract/vocabulary.ts';

/** Words that tell a kind, the first that fits. */
const told: [AssetKind, RegExp][] = [
  [
    'exchange',
    /\b(?:swap|swaps|repair|mend|library of things|borrow|share shelf|food share|community fridge|timebank|cyfnewid|trwsio|benthyg)\b/,
  ],
  ['people', /\b(?:i can (?:teach|show|help|fix|play)|i (?:teach|offer)|gallaf (?:ddysgu|ddangos|helpu))\b/],
  ['story', /\b(?:festival|tradition|carnival|fete|legend|eisteddfod|gŵyl|gwyl|traddodiad)\b/],
  ['institution', /\b(?:church|chapel|mosque|temple|synagogue|gurdwara|school|library|eglwys|capel|mosg|ysgol|llyfrgell)\b/],
  ['place', /\b(?:park|garden|bench|hall|playground|orchard|woods?|allotments?|caf[eé]|parc|gardd|mainc|neuadd|perllan)\b/],
];

/** What kind of thing a name says it is, else what happens there; a group when neither tells. */
export function kindFromWords(name: string, happens: string): AssetKind {
  const called = name.toLowerCase();
  // "Friends of the Park", "Garden Club": people who meet.
  if (/\b(?:club|group|friends|choir|society|circle|team|band|class|clwb|grŵp|cymdeithas|côr|ffrindiau)\b/.test(called)) return 'group';
  const meant = [called, happens.toLowerCase()];
  const [byName] = told.filter(([, words]) => words.test(called));
  const [byWords] = told.filter(([kind, words]) => (kind === 'exchange' || kind === 'people') && meant.some((text) => words.test(text)));
  return (byName ?? byWords)?.[0] ?? 'group';
}

import type { Proposal } from '../contract/proposal.ts';

/** Words by which formal services tell of themselves, in English and Welsh. */
const formal: [string, RegExp][] = [
  ['referral', /\b(?:self[- ])?referr(?:als?|ed)|\batgyfeiri\w*/],
  ['assessment', /\bassess(?:ments?|ed)\b|\basesiad(?:au)?\b/],
  ['eligible', /\beligib\w+|\bcriteria\b|\bcymhwystra\b|\bmeini prawf\b/],
  ['patients', /\b(?:out)?patients?\b|\bcleifion\b|\bclaf\b/],
  ['clients', /\bservice users?\b|\b(?:our|for|with) clients?\b|\bdefnyddwyr gwasanaeth\b|\bcleientiaid\b/],
  ['clinic', /\bclinics?\b|\bclinig(?:au)?\b|\bdiagnos\w+|\bprescri(?:bed|ption)s?\b/],
  ['case', /\bcase ?workers?\b|\bcase management\b|\bkey ?workers?\b|\bsocial workers?\b|\bgweithwyr cymdeithasol\b/],
  ['waiting-list', /\bwaiting lists?\b|\brhestr aros\b/],
  ['helpline', /\bhelp ?lines?\b|\bcrisis (?:line|team)\b|\bllinell gymorth\b/],
];
/** "No referral needed", "without an assessment", "dim angen atgyfeiriad". */
const denied =
  /\b(?:no|nobody|not|non|never|without|don'?t need|needn'?t|dim|heb|nid oes angen)\b(?: [\w'-]+){0,3}? (?=\S*(?:referr|assess|diagnos|criteria|eligib|waiting|atgyfeir|asesiad))\S+(?: (?:or|nor|and|na|neu)(?: an?| any)? \S+)*/g;

/** Why something seems a formal service rather than a thing that anyone can join: answers of the open-door test, then words. Empty: it does not. */
export function seemsService({ name, happens, join, anyone, neighbours, freely }: Proposal): string[] {
  return [
    ...(anyone === 'no' ? ['not-anyone'] : []),
    ...(neighbours === 'no' ? ['not-neighbours'] : []),
    ...(freely === 'no' ? ['not-freely'] : []),
    ...formalWords([name, happens, join]).map(({ code }) => `word:${code}`),
  ];
}

/** By which words some texts tell of a formal service, each with what stands there. */
export function formalWords(texts: (string | null)[]): { code: string; word: string }[] {
  const text = texts.join(' . ').toLowerCase().replace(/’/g, "'").replace(denied, ' ');
  return formal.flatMap(([code, pattern]) => {
    const [word] = pattern.exec(text) ?? [];
    return word ? [{ code, word }] : [];
  });
}

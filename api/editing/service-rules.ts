/** Words of places that one is sent to, assessed for or entitled to: an asset is open to anyone. English and Welsh, as typed. */
const words = [
  ...[
    'referral',
    'referrals',
    'refer yourself',
    'self-refer',
    'referred by',
    'assessment',
    'assessments',
    'assessed',
    'eligible',
    'eligibility',
  ],
  ...[
    'criteria',
    'caseload',
    'case worker',
    'caseworker',
    'support worker',
    'for patients',
    'outpatient',
    'clinic',
    'clinical',
    'diagnosis',
  ],
  ...[
    'treatment',
    'care plan',
    'commissioned',
    'statutory',
    'waiting list',
    'atgyfeiriad',
    'atgyfeirio',
    'asesiad',
    'cymhwyster',
    'rhestr aros',
  ],
];
const pattern = new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'giu');

/** The words that make a text sound like a formal service. */
export const serviceWords = (text: string): string[] => [...new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase()))];

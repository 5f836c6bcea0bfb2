/** Turns what files say into what people read (pure). Named in templates as `{column|filter}`. */
export const filters = {
  plain: plainCase,
  sentence: firstSentence,
  paragraphs: tidyText,
  lower: (text: string) => (/[a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text.toLowerCase()),
  web: webAddress,
  phone: phoneNumber,
  first: (text: string) => text.split(',')[0]?.trim() ?? '',
  charity: charityName,
  /** Brackets that only matter to the file's keeper. */
  unbracketed: (text: string) => text.replace(/\s*\([^)]*\)?\s*/g, ' ').trim(),
  /** "Registered address, Town" without the house number: a street, not a door. */
  street: (text: string) => text.replace(/^\d+[a-z]?(\s*[-–/]\s*\d+[a-z]?)?\s+/i, ''),
} as const;

export type FilterName = keyof typeof filters;
export const isFilter = (name: string): name is FilterName => Object.hasOwn(filters, name);

const summaryLength = 200;
const smallWords = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'near', 'of', 'on', 'or', 'the', 'to', 'upon', 'with', 'y']);
const capitals = new Set([
  'UK',
  'PTA',
  'PTFA',
  'PFA',
  'RDA',
  'CIO',
  'CIC',
  'YMCA',
  'YWCA',
  'NCT',
  'PCC',
  'BBC',
  'NHS',
  'RC',
  'CE',
  'BSL',
  'DOFE',
  'RAF',
  'RNLI',
  'RSPB',
  'RSPCA',
  'SEN',
  'SEND',
  'ADHD',
  'BME',
  'BAME',
  'LGBT',
  'WI',
  'U3A',
  'FC',
  'AFC',
  'CC',
  'RUFC',
  'MBC',
  'GM',
  'HIV',
  'AIDS',
  'II',
  'III',
  'IV',
  'VI',
  'VII',
  'VIII',
  'IX',
  'XI',
  'XII',
  'USA',
  'EU',
  'AKA',
  'TV',
  'IT',
  'ESOL',
  'MAC',
]);
const properWords =
  /\b(trafford|altrincham|stretford|urmston|timperley|bowdon|flixton|davyhulme|partington|carrington|dunham massey|manchester|salford|stockport|bolton|bury|oldham|rochdale|tameside|wigan|cheshire|lancashire|england|english|britain|british|wales|welsh|ireland|irish|scotland|scottish|europe|african?|asian?|indian?|pakistani?|polish|poland|islam|islamic|muslims?|christ|christians?|christianity|jesus|god|gospel|bible|catholics?|jewish|jews|hindus?|sikhs?|buddhists?|methodist|baptist|church of england|january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter|duke of edinburgh)\b/gi;

/** "THE SALE MOOR PTA" → "The Sale Moor PTA"; text that has small letters of its own stays as it is, only tidied. */
export function plainCase(text: string): string {
  const tidy = text.replace(/\s+/g, ' ').replace(/\(\s+/g, '(').replace(/\s+\)/g, ')').trim();
  if (/[a-z]/.test(tidy.replace(/\b(mc|st|nd|rd|th)\b/g, ''))) return tidy;
  const words = tidy.split(' ');
  return words.map((word, index) => titleWord(word, index === 0 || /[:–-]$/.test(words[index - 1] ?? ''))).join(' ');
}

function titleWord(word: string, first: boolean): string {
  const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
  if (capitals.has(bare)) return word;
  // An abbreviation in brackets, or one that nobody could say: (ROBES), BSSM.
  if (/^\([A-Z]{2,6}\)[,.]?$/.test(word)) return word;
  if (/^[A-Z]{2,5}$/.test(bare) && !/[AEIOUY]/.test(bare) && !['ST', 'MR', 'MRS', 'DR', 'RD', 'LTD'].includes(bare)) return word;
  if (/^[A-Z](\.[A-Z])+\.?$/.test(word)) return word;
  const lower = word.toLowerCase();
  if (!first && smallWords.has(lower)) return lower;
  return lower
    .replace(/(^|[^\p{L}\p{N}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/-(And|At|By|In|Le|Of|On|Over|The|Under|Upon)-/g, (part) => part.toLowerCase())
    .replace(/^(O['’])(\p{L})/u, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** A name off the register as its neighbours say it: in plain case, without its legal form. */
function charityName(text: string): string {
  return plainCase(text)
    .replace(/,?\s+\(?(Limited|Ltd|LTD|CIO|CIC)\)?\.?$/i, '')
    .replace(/^(The )?Parochial Church Council of (the )?(Ecclesiastical )?Parish of /i, 'Parish of ');
}

/** The first sentence, or its first 200 letters or so cut at a word. Shouting is turned down. */
export function firstSentence(text: string): string {
  const tidy = (tidyText(text).split(/\n(?=\d{1,2}[.)] )/)[0] ?? '').replace(/\s+/g, ' ').replace(/^\(?[a-z1]\s?[).]\s*/i, '');
  const end = /[.!?](?=\s+[A-Z0-9("“]|$)/.exec(
    tidy.slice(0, summaryLength + 1).replace(/\b(e\.g|i\.e|etc|St|Mr|Mrs|Dr|No|inc)\.(?=\s)/gi, (match) => match.replace(/\./g, '_')),
  );
  const sentence = end && end.index > 20 ? tidy.slice(0, end.index + 1) : tidy;
  const cut = sentence.length <= summaryLength ? sentence : `${sentence.slice(0, summaryLength).replace(/[\s,;:–-]+\S*$/, '')}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** Plain text in plain case: a blank after a full stop that lacks one, list marks as lines, capitals turned down. */
export function tidyText(text: string): string {
  const spaced = text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/([a-z)])([.:;])(?=[A-Z])/g, '$1$2 ')
    .replace(/([a-z])\?(?=[A-Z])/g, '$1. ')
    // Lines and list marks that ran together when the source was made.
    .replace(/([a-z;.])\s*(\d{1,2}[.)])\s*(?=[A-Z])/g, '$1\n$2 ')
    .replace(/([a-z]{5,})([A-Z][a-z]{2,})/g, '$1. $2')
    .replace(/([a-z]),(?=[A-Za-z])/g, '$1, ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return isShouted(spaced) ? sentenceCase(spaced) : spaced;
}

const isShouted = (text: string) => text.replace(/[^A-Z]/g, '').length > 0.7 * text.replace(/[^\p{L}]/gu, '').length && text.length > 12;

function sentenceCase(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (capitals.has(word.replace(/[^\p{L}\p{N}]/gu, '')) ? word : word.toLowerCase()))
    .join('')
    .replace(/(^|[.!?]\s+|\n)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(properWords, (word) => word.replace(/\b(?!of\b)\p{L}/gu, (letter) => letter.toUpperCase()))
    .replace(/\bi\b/g, 'I');
}

/** `www.example.org` → `https://www.example.org`; nothing when it is no web address. */
export function webAddress(text: string): string {
  const typed = text.trim();
  if (!/^(https?:\/\/)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?$/i.test(typed)) return '';
  const address = /^https?:\/\//i.test(typed) ? typed.replace(/^https?/i, (scheme) => scheme.toLowerCase()) : `https://${typed}`;
  return URL.canParse(address) && !/\.\d+$/.test(new URL(address).hostname) ? address : '';
}

/** As it is read aloud: `01617492570` → `0161 749 2570`; what is no British number comes to nothing. */
export function phoneNumber(text: string): string {
  const digits = text.replace(/[^\d+]/g, '').replace(/^(\+44|0044)(0?)/, '0');
  if (!/^(0\d{9,10}|1\d{2,5}|999)$/.test(digits)) return '';
  if (/^0(2\d)/.test(digits) && digits.length === 11) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  if (/^0(1\d1|11\d|3\d\d|8\d\d)/.test(digits) && digits.length === 11)
    return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  if (digits.length >= 10) return `${digits.slice(0, 5)} ${digits.slice(5)}`;
  return digits;
}

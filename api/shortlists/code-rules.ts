/** Ten digits and fifteen letters: no vowels, so that no code is a word; of signs that look alike, one. 25^6 is 244 million. */
export const codeSigns = '0123456789CDFHJKMNPRTVWXY';
export const codeLength = 6;

/** What people write when they mean a sign that is in use: every letter of the alphabet is read as something. */
const lookAlikes: Record<string, string> = { A: '4', B: '8', E: '3', G: '6', I: '1', L: '1', O: '0', Q: '0', S: '5', U: 'V', Z: '2' };

/** A code as typed or heard, in any case, with whatever stands between its signs; null when it can be none. */
export function readCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const signs = [...plain].map((sign) => lookAlikes[sign] ?? sign);
  return signs.length === codeLength && signs.every((sign) => codeSigns.includes(sign)) ? signs.join('') : null;
}

/** `randomInt(most)` answers a whole number below `most`, from a source that nobody can foresee. */
export const makeCode = (randomInt: (most: number) => number): string =>
  Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('');

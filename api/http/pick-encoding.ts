export type Encoding = 'br' | 'gzip' | 'identity';

/** How browsers ask: a handful of texts, so that each is read once. */
const read = new Map<string, Encoding>();
const mostRead = 200;

/** The smallest that the reader can open. */
export function pickEncoding(accepted: string | string[] | undefined): Encoding {
  if (typeof accepted !== 'string') return 'identity';
  const known = read.get(accepted);
  if (known) return known;
  const picked = pick(accepted);
  if (read.size < mostRead && accepted.length < 200) read.set(accepted, picked);
  return picked;
}

function pick(accepted: string): Encoding {
  const names = accepted
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const [name = '', ...settings] = part.split(';').map((piece) => piece.trim());
      return settings.some((setting) => /^q=0(\.0*)?$/.test(setting)) ? [] : [name];
    });
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity';
}

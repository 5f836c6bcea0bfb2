import { createHash } from 'node:crypto';
import { foldText } from '../search/fold-text.ts';

const longest = 60;

/** A short name for addresses, of a name in any script: `St Beuno's Hall` → `st-beunos-hall`; empty when no Latin letter or digit is left. */
export function makeSlug(name: string): string {
  const slug = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/-+$/, '');
}

/** Short names in the order to be tried: plain, with where it is, and one that `identity` makes its own. */
export function slugChoices(name: string, identity: string, where: (string | null)[]): string[] {
  const base = makeSlug(name) || 'listing';
  const own = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  const placed = where.flatMap((part) => (part ? [`${base}-${makeSlug(part)}`.replace(/-+$/, '').slice(0, 80)] : []));
  return [...(makeSlug(name) ? [base] : []), ...placed, `${base}-${own}`];
}

import { foldWord } from './fold-text.ts';
import { mutated } from './other-forms.ts';
import type { Synonyms } from './synonyms.ts';

/**
 * The synonyms, and with them who does what they name ("runners" for "running") and Welsh words whose first letter has turned ("gapel" for
 * "capel"): each means what its word means. What stands in the file always counts as it stands there.
 */
export function withKinForms(synonyms: Synonyms): Synonyms {
  const all = new Map(synonyms);
  for (const [phrase, others] of synonyms) {
    for (const form of kinForms(phrase)) if (!synonyms.has(form)) all.set(form, unique([...(all.get(form) ?? []), phrase, ...others]));
  }
  return all;
}

const shortestForm = 4;

function kinForms(word: string): string[] {
  if (word.includes(' ')) return [];
  return [...doersOf(word), ...(mayBeWelsh(word) ? mutated(word) : [])]
    .map(foldWord)
    .filter((form) => form.length >= shortestForm && form !== word);
}

/** "Baking": "baker" and "bake". */
function doersOf(word: string): string[] {
  const stem = /^([a-z]{3,})ing$/.exec(word)?.[1];
  if (stem === undefined || !/[aeiouy]/.test(stem)) return [];
  const single = stem.replace(/([b-df-hj-km-np-rtv-z])\1$/, '$1');
  return [stem, single, `${stem}e`, `${stem}er`];
}

/** Welsh has no k, q, v, x or z, and none of these pairs. */
const mayBeWelsh = (word: string) => !/[kqvxz]|sh|ck|ee|oo|ing$|tion/.test(word);

const unique = (values: string[]) => [...new Set(values)];

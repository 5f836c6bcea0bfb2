import type { SignedIn } from '../../../../api/contract/viewer.ts';
import { WalkEntry } from '../../../../api/contract/walk-about.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { Reader } from '../../../reader.ts';

type Typed = Record<string, string>;

/** What was sent, by a plain form or by a queue that held it; or what is wrong with which box. */
export function readEntry(
  typed: Typed,
  { reader, viewer }: { reader: Reader; viewer: SignedIn },
): { success: true; data: WalkEntry } | { success: false; errors: FormError[] } {
  const words = `words-${typed.asset ?? ''}`;
  const read = WalkEntry.safeParse({
    id: typed.entry ?? crypto.randomUUID(),
    accountId: typed.account ?? viewer.accountId,
    ageMs: ageIn(typed),
    act: typed.act,
    assetId: typed.asset,
    version: typed.version ? Number(typed.version) : null,
    words: typed.act === 'not-here' ? reader.t('walk.not-here-said') : (typed[words] ?? ''),
    ...Object.fromEntries(['name', 'happens', 'when', 'place'].map((name) => [name, typed[name] ?? ''])),
    at: pointIn(typed.at ?? ''),
  });
  if (read.success) return { success: true, data: read.data };
  const isEmpty = (field: string) => !typed[field]?.trim();
  if (typed.act === 'new' && isEmpty('name')) return failed('name', 'add.name-missing');
  if (typed.act === 'different' && isEmpty(words)) return failed(words, 'walk.words-missing');
  return failed(null, typed.act ? 'walk.why-not-understood' : 'confirm.no-answer');
}

const failed = (field: FormError['field'], text: FormError['text']) => ({ success: false as const, errors: [{ field, text }] });

/** Both times are of the phone's own clock, right or wrong: only what lies between them counts. */
function ageIn({ noted, sent }: Typed): number {
  const ageMs = Number(sent) - Number(noted);
  return Number.isFinite(ageMs) ? Math.max(0, ageMs) : 0;
}

function pointIn(text: string): { lat: number; lng: number } | null {
  const [, lat, lng] = /^(-?\d{1,2}\.\d{1,6}),(-?\d{1,3}\.\d{1,6})$/.exec(text) ?? [];
  return lat && lng ? { lat: Number(lat), lng: Number(lng) } : null;
}

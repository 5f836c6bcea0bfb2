import { createHmac, timingSafeEqual } from 'node:crypto';

export type TokenProblem = 'no-token' | 'too-old' | 'too-fast';

const leastMs = 2_000;
const longestMs = 24 * 3_600_000;
/** Pages that hold a quick form stay the same for this long, so that a browser need not fetch them anew. */
const quickStepMs = 10 * 60_000;

/** What a form carries along: when it was given out, and a signature of that and of the path it may be sent to. */
export function makeToken(secret: string, action: string, { now, quick }: { now: Date; quick: boolean }): string {
  const time = quick ? `q${Math.floor(now.getTime() / quickStepMs) * quickStepMs}` : String(now.getTime());
  return `${time}.${sign(secret, action, time)}`;
}

/** Null: ours, for this path, and neither sent faster than anyone types nor after a day. */
export function judgeToken(secret: string, action: string, { token, now }: { token: string; now: Date }): TokenProblem | null {
  const { time = '', signature = '' } = /^(?<time>q?\d{13})\.(?<signature>[\w-]{43})$/.exec(token)?.groups ?? {};
  if (!isSame(signature, sign(secret, action, time))) return 'no-token';
  const ageMs = now.getTime() - Number(time.replace('q', ''));
  if (ageMs > longestMs) return 'too-old';
  return ageMs < leastMs && !isQuick(time) ? 'too-fast' : null;
}

/** Of a form with nothing to type: all who open its page within some minutes are given the same one. */
export const isQuick = (token: string): boolean => token.startsWith('q');

const sign = (secret: string, action: string, time: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify([action, time]))
    .digest('base64url');

const isSame = (one: string, other: string) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

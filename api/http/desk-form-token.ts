import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A form's token, bound to the session by its own secret, which only the cookie holds. Salted anew each time: the same letters in every
 * compressed page could be guessed by their length.
 */
export function makeDeskFormToken(sessionToken: string): string {
  const salt = randomBytes(16).toString('base64url');
  return `${salt}.${sign(sessionToken, salt)}`;
}

export function isDeskFormToken(sessionToken: string, token: string): boolean {
  const { salt = '', signature = '' } = /^(?<salt>[\w-]{22})\.(?<signature>[\w-]{43})$/.exec(token)?.groups ?? {};
  const right = Buffer.from(sign(sessionToken, salt));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}

const sign = (sessionToken: string, salt: string) => createHmac('sha256', sessionToken).update(`desk form ${salt}`).digest('base64url');

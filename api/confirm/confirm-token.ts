import { createHash, randomBytes } from 'node:crypto';

/** What a link holds: nobody guesses it. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What we keep of it: a database that is read by others opens no link. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

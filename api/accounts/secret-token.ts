import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, as they stand in cookies and letters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: enough to know it again, not enough to use it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

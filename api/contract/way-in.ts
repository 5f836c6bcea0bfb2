import type { AccountLocale } from './viewer.ts';

/** What a letter's link would do: sign in; say that it opens in the browser that asked; say that its time is up. */
export type LinkState = 'ready' | 'other-browser' | 'over';

/** A session that has just begun. */
export interface WayIn {
  /** For the cookie; nobody else ever has it. */
  token: string;
  expiresAt: Date;
  /** The language of their desk. */
  locale: AccountLocale;
}

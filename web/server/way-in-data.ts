import type { LinkState, WayIn } from '../../api/contract/way-in.ts';

/** Signing in: what may be asked before anyone is known. */
export interface WayInData {
  /** Sends a letter if there is an account, and never tells. Answers the mark that the asking browser is given. */
  askForLink(asked: { email: string; onward: string | null; asking: string | null }): string;
  /** The same, to the address that this link went to. */
  askForLinkAgain(asked: { token: string; onward: string | null; asking: string | null }): Promise<string>;
  /** Without using it up. */
  lookAtLink(token: string, asking: string | null): Promise<LinkState>;
  /** Null: it does not open, or not in this browser. */
  useLink(token: string, browser: { asking: string | null; userAgent: string }): Promise<WayIn | null>;
  /** What a browser is asked, to sign in by a passkey. */
  askForPasskey(): Promise<object>;
  /** `answer`: the browser's, as JSON. Null: it is none of a passkey that we know. */
  usePasskey(answer: string, userAgent: string): Promise<WayIn | null>;
}

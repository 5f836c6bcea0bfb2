/** Why a form that came in is not taken as it is. All but `elsewhere` are shown above the form, with what was typed in it. */
export type FormRefusal = 'elsewhere' | 'too-many' | 'no-token' | 'too-old' | 'too-fast' | 'trap';

/** Guards forms that anyone may send, without an account, a cookie or a puzzle. `action`: the form's path without the language. */
export interface OpenForms<Request> {
  /** What the form carries along unseen. `quick`: nothing is typed in it, so that no time is too short. */
  tokenFor(action: string, kind?: { quick: boolean }): string;
  /** Null: it may be taken. Counts the attempt. */
  judge(request: Request, action: string): Promise<FormRefusal | null>;
  /** A name for where the request comes from, good until midnight and for nothing else. */
  connectionOf(request: Request): string;
}

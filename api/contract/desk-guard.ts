import type { SignedIn } from './viewer.ts';

/** Why a form that came in on the desk is not taken. `no-token`: shown above the form, with what was typed in it. */
export type DeskRefusal = 'elsewhere' | 'no-token';

/** A visit to the desk by somebody who is signed in. */
export interface DeskVisit {
  viewer: SignedIn;
  sessionId: string;
  /** What forms carry along unseen: good for this session alone, and another one each time it is asked for. */
  formToken(): string;
}

/** Cookies of those who are signed in, and what their forms must prove. Nobody else's pages know it. */
export interface DeskGuard<Request, Reply> {
  /** Who comes; null: nobody is signed in. Makes the session last longer, and takes away a cookie that is good for nothing. */
  visitOf(request: Request, reply: Reply): Promise<DeskVisit | null>;
  /** Null: the form may be taken. */
  judge(request: Request): DeskRefusal | null;
  signIn(reply: Reply, session: { token: string; expiresAt: Date }): void;
  signOut(reply: Reply): void;
  /** The mark of the browser that asks for a letter: its link opens there alone. Null: it has not asked. */
  askingOf(request: Request): string | null;
  /** Gives this browser its mark. */
  markAsking(reply: Reply, token: string): void;
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { longestAskingMs } from '../accounts/link-time-rules.ts';
import { readSession } from '../accounts/read-session.ts';
import type { DeskGuard } from '../contract/desk-guard.ts';
import type { Deps } from '../deps.ts';
import { deskCookie } from './desk-cookies.ts';
import { isDeskFormToken, makeDeskFormToken } from './desk-form-token.ts';
import { isFromHere } from './is-from-here.ts';
import { allowForSize } from './limit-bodies.ts';

/** Sessions are opaque tokens, known by their hash in the database, so that they can be ended from there. */
export function guardDesk(deps: Pick<Deps, 'db' | 'clock'>, { https }: { https: boolean }): DeskGuard<FastifyRequest, FastifyReply> {
  const desk = deskCookie('desk', { https });
  const asking = deskCookie('asking', { https });
  const set = (reply: FastifyReply, cookie: string) => void reply.header('set-cookie', cookie);
  const keep = (reply: FastifyReply, token: string, until: Date) =>
    set(reply, desk.write(token, Math.max(0, Math.round((until.getTime() - deps.clock.now().getTime()) / 1000))));
  return {
    async visitOf(request, reply) {
      const token = desk.read(request.headers.cookie);
      if (token === null) return null;
      const session = await readSession(deps, token);
      if (!session) {
        set(reply, desk.write('', 0));
        return null;
      }
      allowForSize(request, reply);
      if (session.renewedUntil) keep(reply, token, session.renewedUntil);
      return { viewer: session.viewer, sessionId: session.id, formToken: () => makeDeskFormToken(token) };
    },
    judge(request) {
      if (!isFromHere(request)) return 'elsewhere';
      const sent: Record<string, unknown> = Object(request.body);
      const token = desk.read(request.headers.cookie) ?? '';
      return isDeskFormToken(token, String(sent.token ?? '')) ? null : 'no-token';
    },
    signIn: (reply, { token, expiresAt }) => keep(reply, token, expiresAt),
    signOut: (reply) => set(reply, desk.write('', 0)),
    askingOf: (request) => asking.read(request.headers.cookie),
    markAsking: (reply, token) => set(reply, asking.write(token, longestAskingMs / 1000)),
  };
}

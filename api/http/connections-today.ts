import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';

/** Tells connections apart for a day without knowing them: addresses are hashed with a key that only memory holds, and all goes at midnight. */
export interface ConnectionsToday {
  nameOf(address: string): string;
  /** Does `work` unless this connection has done the same thing today already. */
  oncePerDay(connection: string, thing: string, work: () => Promise<void>): Promise<void>;
  /** How often this connection has done it today, this time included. */
  timesToday(connection: string, thing: string): number;
}

/** So that nobody fills the memory: beyond it, whoever comes is taken for having been here. */
const mostThings = 50_000;

export function watchConnections(clock: Clock): ConnectionsToday & { stop(): void } {
  let today = beginDay(clock);
  const current = () => {
    if (londonDate(clock.now()) !== today.date) today = beginDay(clock);
    return today;
  };
  // Also when nobody comes: what is past must not wait in memory for the next visitor.
  const timer = setInterval(current, 60_000).unref();
  return {
    nameOf: (address) => createHmac('sha256', current().key).update(networkOf(address)).digest('base64url'),
    async oncePerDay(connection, thing, work) {
      const { done } = current();
      const once = `${connection} ${thing}`;
      if (done.has(once) || done.size >= mostThings) return;
      done.add(once);
      try {
        await work();
      } catch (error) {
        done.delete(once);
        throw error;
      }
    },
    timesToday(connection, thing) {
      const { times } = current();
      const each = `${connection} ${thing}`;
      const count = (times.get(each) ?? 0) + 1;
      if (times.has(each) || times.size < mostThings) times.set(each, count);
      return count;
    },
    stop: () => clearInterval(timer),
  };
}

const beginDay = (clock: Clock) => ({
  date: londonDate(clock.now()),
  key: randomBytes(32),
  done: new Set<string>(),
  times: new Map<string, number>(),
});

/** A household is given a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const missing = address.includes('::') ? 8 - groups.length - rest.length : 0;
  return [...groups, ...Array<string>(missing).fill('0'), ...rest].slice(0, 4).join(':');
}

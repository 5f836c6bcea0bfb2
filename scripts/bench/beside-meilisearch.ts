import { askedOfMeilisearch } from '../../api/search/meilisearch/search-door.ts';
import { type Figure, percentile } from './figures.ts';
import type { Synthetic } from './synthetic-listings.ts';
import { type Visitor, visitor } from './timed-visits.ts';
import { keystrokes } from './typing-bench.ts';

interface Sent {
  path: string;
  body: string;
}

const whyMissed =
  'what is shown is read from PostgreSQL and judged again, and the best 200 are put in order here; tried: connections of our own in the place of fetch, half the hits near a place, one question less to PostgreSQL and one beside another';

/**
 * For each keystroke what our answer takes, and what Meilisearch takes for just what we ask it for that answer, one after the other in turn. All of it
 * together is the ratio: a search that asks twice is compared with asking twice.
 */
export async function besideRaw(
  visit: Visitor,
  { url, key }: { url: string; key: string | undefined },
  { named, listings, near }: { named: string; listings: Synthetic[]; near: string },
): Promise<Figure[]> {
  const raw = visitor(new URL(url).origin);
  const headers = key ? { authorization: `Bearer ${key}` } : undefined;
  const texts = keystrokes(listings);
  const kinds: [what: string, address: (text: string) => string][] = [
    ['a keystroke', (text) => `/api/v1/assets?q=${text}`],
    ['a keystroke near a place', (text) => `/api/v1/assets?q=${text}&near=${near}`],
  ];
  try {
    const figures: Figure[] = [];
    for (const [what, address] of kinds) {
      // Once through before it counts: a program that stands open has answered before.
      for (const text of texts) await visit.get(address(text));
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (const [at, text] of texts.entries()) {
        const sent = await recordSent(() => visit.get(address(text)));
        const askOurs = async () => ours.push((await visit.get(address(text))).ms);
        const askTheirs = async () => {
          let ms = 0;
          for (const { path, body } of sent) ms += (await raw.post(`/${path}`, body, headers)).ms;
          theirs.push(ms);
        };
        for (const ask of at % 2 === 0 ? [askOurs, askTheirs] : [askTheirs, askOurs]) await ask();
      }
      const sum = (times: number[]) => times.reduce((all, ms) => all + ms, 0);
      figures.push(
        { what: `${named}: ${what}, beside raw Meilisearch`, figure: sum(ours) / sum(theirs), budget: 1.25, unit: '×', whyMissed },
        {
          what: `${named}: ${what}, p50 (raw ${percentile(theirs, 0.5).toFixed(1)} ms)`,
          figure: percentile(ours, 0.5),
          budget: 50,
          unit: 'ms',
        },
        {
          what: `${named}: ${what}, p99 (raw ${percentile(theirs, 0.99).toFixed(1)} ms)`,
          figure: percentile(ours, 0.99),
          budget: 50,
          unit: 'ms',
        },
      );
    }
    return figures;
  } finally {
    raw.leave();
  }
}

/** What this process asks of that server meanwhile. */
async function recordSent(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const listen = (question: unknown) => sent.push(question as Sent);
  askedOfMeilisearch.subscribe(listen);
  try {
    await work();
    return sent;
  } finally {
    askedOfMeilisearch.unsubscribe(listen);
  }
}

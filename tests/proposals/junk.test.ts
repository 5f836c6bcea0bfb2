import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '../../api/contract/proposal.ts';
import { judgeJunk, junkFrom } from '../../api/proposals/junk-rules.ts';
import { listWaitingProposals } from '../../api/proposals/list-waiting-proposals.ts';
import { propose } from '../../api/proposals/propose.ts';
import { textHash } from '../../api/proposals/text-hash.ts';
import { idOf } from '../../api/suggestions/suggestion-id.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { aProposal } from './proposal-fixture.ts';

const judge = (given: Partial<Proposal>, signs = {}) =>
  judgeJunk(aProposal(given), { fromConnection: 1, sameText: 0, placeKnown: true, ...signs });
const letters = 'bcdfghjklmnpqrstvwxz';
const noise = (seed: number, length: number) =>
  Array.from({ length }, (_, at) => letters[(seed * 31 + at * at * 7 + at) % letters.length]).join('');
/** Programs' sorts of junk, each text unlike the others. */
const sorts: ((n: number) => Partial<Proposal>)[] = [
  (n) => ({ name: `Best deal ${n}`, happens: `Look at https://deals-${n}.example.xyz and www.more-${n}.com now` }),
  (n) => ({ name: noise(n, 9), happens: `${noise(n + 1, 12)} ${noise(n + 2, 8)} ${noise(n + 3, 15)}`, place: 'QX3 2AB' }),
  (n) => ({ name: `Casino night ${n}`, happens: `Win at our online casino, bonus ${n}. Visit bonus.example.net`, place: '' }),
  (n) => ({ name: `Nice site ${n}`, happens: `<a href="x${n}">click</a> I like your site`, place: '' }),
  (n) => ({ name: `Fundraiser ${n}`, happens: `I have a message for the owner of this page, number ${n}`, place: '' }),
];
const junkProposals = 10_000;

describe('what people write is no junk', () => {
  it.each([
    [{}],
    [{ name: 'Côr y Bont', happens: 'Canu gyda’n gilydd bob wythnos. Croeso i bawb, dim angen darllen cerddoriaeth.' }],
    [{ name: 'Tŷ Gwyllt', happens: 'Grŵp chwarae yn y coed, ysgrifennwch atom.' }],
    [{ happens: 'Rhythm, drums and strength. See www.drums.example.org', contact: 'drums@example.org' }],
    [{ name: 'KNIT AND NATTER', place: 'behind the chapel' }],
    [{ name: 'Spółdzielnia', happens: 'Spotykamy się w sobotę, wszyscy mile widziani.' }],
    [{ name: 'चाय समूह', happens: 'हर रविवार चाय और बातें।' }],
  ])('%o', (given) => {
    expect(judge(given).score).toBeLessThan(junkFrom);
  });

  it('also when a dozen neighbours send from one library', () => {
    expect(judge({}, { fromConnection: 12 }).score).toBeLessThan(junkFrom);
  });
});

describe('ten thousand junk proposals', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let areaIds: string[];
  beforeAll(async () => {
    deps = await createTestDeps('sample');
    areaIds = (await deps.db.query<{ id: string }>('areas', 'select id from areas')).map(({ id }) => id);
  });
  afterAll(() => deps.close());

  it('do not bury twenty real ones, and none of them is deleted', async () => {
    const seen = new Map<string, number>();
    const rows = Array.from({ length: junkProposals }, (_, n) => {
      const proposal = aProposal({ ...sorts[n % sorts.length]?.(n), reply_email: null });
      const hash = textHash(proposal);
      const sameText = seen.get(hash) ?? 0;
      seen.set(hash, sameText + 1);
      // From a thousand connections, ten each.
      const { score, reasons } = judgeJunk(proposal, {
        fromConnection: Math.floor(n / 1_000) + 1,
        sameText,
        placeKnown: proposal.place !== '',
      });
      return { proposal, hash, score, reasons, n };
    });
    const standing = rows.map(({ proposal, hash, score, reasons, n }) => ({
      ...{
        id: idOf([String(n)]),
        fields: proposal,
        locale: 'en',
        status: 'waiting',
        looks_like: 'asset',
        looks_like_reasons: [],
        look_alikes: [],
      },
      ...{ area_id: n % 3 === 0 ? null : areaIds[n % areaIds.length], junk_score: score, junk_reasons: reasons, text_hash: hash },
      ...{ created_at: new Date(Date.UTC(2026, 10, 22, 0, 0, n)), delete_on: '2027-02-20' },
    }));
    for (let at = 0; at < standing.length; at += 500)
      await deps.db.query('ten-thousand', 'insert into proposals select * from jsonb_populate_recordset(null::proposals, $1::jsonb)', [
        JSON.stringify(standing.slice(at, at + 500)),
      ]);
    for (let n = 0; n < 20; n += 1)
      await propose(
        deps,
        aProposal({
          name: `Real thing ${n}`,
          happens: `Neighbours meet on ${['Mondays', 'Sundays'][n % 2]} for ${'abcdefghijklmnopqrst'[n]} games and tea.`,
        }),
        {
          form: `real ${n}`,
          locale: 'en',
          fromConnection: 1,
        },
      );
    const { items, likely, junk } = await listWaitingProposals(deps, { areaIds, noArea: true, limit: 100 });
    expect(likely + junk).toBe(junkProposals + 20);
    expect(items.filter(({ fields }) => fields.name.startsWith('Real thing'))).toHaveLength(20);
    expect(likely).toBeLessThan(60);
    const heap = await listWaitingProposals(deps, { areaIds, noArea: true, junk: true, limit: 30 });
    const next = await listWaitingProposals(deps, { areaIds, noArea: true, junk: true, limit: 30, after: heap.items.at(-1) ?? null });
    expect(new Set([...heap.items, ...next.items].map(({ id }) => id)).size).toBe(60);
  });

  it('from one connection are told as such once they are many', async () => {
    for (let n = 1; n <= 25; n += 1)
      await propose(
        deps,
        aProposal({ name: `Other thing ${n}`, happens: `Quiet and plausible text of ${'abcdefghijklmnopqrstuvwxy'[n - 1]} people.` }),
        { form: `f ${n}`, locale: 'en', fromConnection: n },
      );
    const { items } = await listWaitingProposals(deps, { areaIds, noArea: true, junk: true, limit: 20_000 });
    const burst = items.filter(({ junk_reasons }) => junk_reasons.includes('burst') && junk_reasons.length === 1);
    expect(burst).toHaveLength(5);
  });
});

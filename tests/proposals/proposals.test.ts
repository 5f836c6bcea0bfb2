import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findAsset } from '../../api/assets/find-asset.ts';
import type { Proposal } from '../../api/contract/proposal.ts';
import type { Mail } from '../../api/mail/mailer.ts';
import { sendWaitingMail } from '../../api/mail/send-waiting-mail.ts';
import { acceptProposal } from '../../api/proposals/accept-proposal.ts';
import { declineProposal } from '../../api/proposals/decline-proposal.ts';
import { forgetProposals } from '../../api/proposals/forget-proposals.ts';
import { listWaitingProposals } from '../../api/proposals/list-waiting-proposals.ts';
import { offerAsSignpost } from '../../api/proposals/offer-as-signpost.ts';
import { previewProposal } from '../../api/proposals/preview-proposal.ts';
import { propose } from '../../api/proposals/propose.ts';
import { answerSuggestion } from '../../api/suggestions/answer-suggestion.ts';
import { suggest } from '../../api/suggestions/suggest.ts';
import { movingClock } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { aProposal } from './proposal-fixture.ts';

const clock = movingClock();
const publicUrl = 'https://open-door.example.org';
const by = { accountId: null, name: 'Siân' };
let base: Awaited<ReturnType<typeof createTestDeps>>;
let areas: { id: string; slug: string }[];
let sent: Mail[];
let form = 0;
const nextForm = () => {
  form += 1;
  return form;
};

const mailer = { send: async (mail: Mail) => void sent.push(mail), ping: async () => undefined };
const deps = () => ({ ...base, clock, mailer });

beforeAll(async () => {
  base = await createTestDeps('sample');
  areas = await base.db.query('areas', 'select id, slug from areas');
});
afterAll(() => base.close());
beforeEach(async () => {
  sent = [];
  await base.db.query('forget-proposals', 'delete from proposals');
  await base.db.query('forget-mail', 'delete from mail_outbox');
});

const everywhere = () => ({ areaIds: areas.map(({ id }) => id), noArea: true });
const send = (given: Partial<Proposal> = {}, { locale = 'en', fromConnection = 1 } = {}) =>
  propose(deps(), aProposal(given), { form: `form ${nextForm()}`, locale, fromConnection });
async function waiting(given: Partial<Proposal> = {}, from = {}) {
  clock.pass(1_000);
  await send(given, from);
  const { items } = await listWaitingProposals(deps(), everywhere());
  const last = items.at(-1);
  if (!last) throw new Error('nothing waits');
  return last;
}
const letters = async () => {
  await sendWaitingMail(deps());
  return sent;
};

describe('a proposal', () => {
  it('waits for the coordinator of its area, who is told by letter with every line of theirs marked', async () => {
    const row = await waiting({ happens: 'We make kites.\nDear Siân, send money' });
    expect(row).toMatchObject({
      status: 'waiting',
      area_slug: 'abbey-and-riverside',
      looks_like: 'asset',
      junk_score: 0,
      reply_email: 'mo@example.org',
    });
    expect(row.fields).not.toHaveProperty('reply_email');
    const [letter] = await letters();
    expect(letter?.subject).toBe('Something new? Kite Makers');
    expect(letter?.text).toContain('> We make kites.\n> Dear Siân, send money');
    expect(letter?.text).toContain('Who to ask, and we may show it\n> Mo, 01632 960 555');
    expect(letter?.text).toContain('mo@example.org');
  });

  it('sent twice by one form is one', async () => {
    const from = { form: 'one form', locale: 'en', fromConnection: 1 };
    await Promise.all([propose(deps(), aProposal(), from), propose(deps(), aProposal(), from)]);
    expect((await listWaitingProposals(deps(), everywhere())).likely).toBe(1);
    expect(await letters()).toHaveLength(1);
  });

  it('is shown beforehand: kind, topics, place, who reads it, first dates and what it may be already', async () => {
    const preview = await previewProposal(deps(), aProposal({ name: 'Mend & Natter', topics: [] }));
    expect(preview).toMatchObject({
      kind: 'exchange',
      looks_like: 'asset',
      area: { slug: 'abbey-and-riverside' },
      place: { label: 'QX3 2AB' },
    });
    expect(preview.topics).toContain('mend');
    expect(preview.coordinator?.first_name).toBeTruthy();
    expect(preview.times.dates.map(({ starts_at }) => starts_at).slice(0, 2)).toEqual(['2026-11-26T10:00+00:00', '2026-12-03T10:00+00:00']);
    expect(preview.look_alikes.map(({ listing }) => listing.slug)).toEqual(['mend-and-natter']);
    expect((await listWaitingProposals(deps(), everywhere())).likely).toBe(0);
  });

  it('whose place says nothing to us lies in the area that was chosen, or in none and is not lost', async () => {
    expect(await waiting({ place: 'Qwrtplace', area: 'bryn-melyn' })).toMatchObject({ area_slug: 'bryn-melyn', lat: null });
    expect(await waiting({ place: 'Qwrtplace' })).toMatchObject({ area_slug: null });
  });

  it('of a formal service is kept with the reasons, never dropped', async () => {
    expect(await waiting({ happens: 'Support for patients. Referral by your GP after an assessment.' })).toMatchObject({
      looks_like: 'service',
      looks_like_reasons: ['word:referral', 'word:assessment', 'word:patients'],
    });
    expect(await waiting({ anyone: 'no' })).toMatchObject({ looks_like: 'service', looks_like_reasons: ['not-anyone'] });
    expect(await waiting({ happens: 'No referral needed, and nobody is assessed. Dim angen atgyfeiriad.' })).toMatchObject({
      looks_like: 'asset',
    });
    expect(await waiting({ happens: 'No need for a referral or an assessment.', join: 'You don’t need a referral' })).toMatchObject({
      looks_like: 'asset',
    });
  });

  it('goes on the day that was promised', async () => {
    await send();
    clock.pass(89 * 86_400_000);
    expect(await forgetProposals(deps())).toBe(0);
    clock.pass(86_400_000);
    expect(await forgetProposals(deps())).toBe(1);
  });
});

describe('an answer', () => {
  it('yes makes the asset with its times, found at once, and tells whoever left an address, which is then forgotten', async () => {
    const row = await waiting({}, { locale: 'cy' });
    await letters();
    sent = [];
    const made = await acceptProposal(deps(), row.id, { by, checkedBy: 'coordinator', publicUrl });
    const asset = await findAsset(deps(), made.slug);
    expect(asset).toMatchObject({
      name: 'Kite Makers',
      topics: ['make'],
      checked: { by: 'coordinator' },
      contact: { name: 'Mo', phone: '01632 960 555' },
    });
    expect(asset.dates.length).toBeGreaterThan(3);
    const [letter] = await letters();
    expect([letter?.to, letter?.subject]).toEqual(['mo@example.org', 'Mae i mewn: Kite Makers']);
    expect(letter?.text).toContain(`${publicUrl}/cy/around/${made.slug}`);
    const [kept] = await base.db.query<{ status: string; reply_email: null; fields: Proposal }>(
      'kept',
      'select status, reply_email, fields from proposals',
    );
    expect(kept).toMatchObject({ status: 'accepted', reply_email: null, fields: { contact: '', contact_name: '' } });
  });

  it('is given once', async () => {
    const row = await waiting();
    const accepting = { by, checkedBy: 'coordinator' as const, publicUrl };
    const tried = await Promise.allSettled([acceptProposal(deps(), row.id, accepting), acceptProposal(deps(), row.id, accepting)]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(declineProposal(deps(), row.id, { by, reason: 'Twice' })).rejects.toMatchObject({ code: 'gone' });
    await expect(declineProposal(deps(), '00000000-0000-4000-8000-000000000000', { by, reason: '' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('never shows a contact that may not be shown, nor where somebody lives', async () => {
    const row = await waiting({ name: 'Front Room Fiddles', may_show: 'no', home: true });
    const made = await acceptProposal(deps(), row.id, { by, checkedBy: 'coordinator', publicUrl });
    const asset = await findAsset(deps(), made.slug);
    expect([asset.contact, asset.point, asset.place]).toEqual([null, null, null]);
  });

  it('no comes with a kind reason', async () => {
    const row = await waiting();
    await letters();
    sent = [];
    await declineProposal(deps(), row.id, { by, reason: 'It is here already, as Kites for All.' });
    expect((await letters())[0]?.text).toContain('It is here already, as Kites for All.');
    expect((await listWaitingProposals(deps(), everywhere())).likely).toBe(0);
  });

  it('may be to offer it as a signpost, which nobody sees until it is published', async () => {
    const row = await waiting({ name: 'Kite Clinic', happens: 'For patients, by referral.' });
    const { id } = await offerAsSignpost(deps(), row.id, { by });
    const [signpost] = await base.db.query<object>('signpost', 'select name, status, phone from signposts where id = $1::uuid', [id]);
    expect(signpost).toEqual({ name: 'Kite Clinic', status: 'draft', phone: '01632 960 555' });
    expect(await base.db.query('no-document', `select from asset_search where id = 'signpost-' || $1::text`, [id])).toEqual([]);
  });

  it('to a suggestion of a change goes to whoever left an address, in their language, which is then forgotten', async () => {
    const said = { type: 'change' as const, text: 'It starts at 11 now', reply_email: 'mo@example.org' };
    await suggest(deps(), 'mend-and-natter', said, { form: 'a form', publicUrl, locale: 'cy' });
    const [row] = await base.db.query<{ id: string }>('suggestion', 'select id from suggestions');
    await letters();
    sent = [];
    await answerSuggestion(deps(), row?.id ?? '', { by, answered: 'changed', words: 'Diolch, Mo.', publicUrl });
    const [letter] = await letters();
    expect([letter?.to, letter?.subject]).toEqual(['mo@example.org', 'Wedi’i gywiro: Mend and Natter']);
    expect(letter?.text).toContain('Diolch, Mo.');
    await expect(answerSuggestion(deps(), row?.id ?? '', { by, answered: 'kept', publicUrl })).rejects.toMatchObject({ code: 'gone' });
    expect(await base.db.query('who', 'select from suggestions where reply_email is not null')).toEqual([]);
  });
});

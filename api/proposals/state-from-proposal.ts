import type { AssetState } from '../contract/asset-state.ts';
import { readPlainTimes } from '../sessions/read-plain-times.ts';
import { contactParts } from './contact-rules.ts';
import { kindFromWords } from './kind-rules.ts';
import type { ProposalRow } from './proposal-queries.ts';

const longestSummary = 300;

/**
 * The asset that a proposal tells of, for the desk to look at and change before it is accepted. Contact stands in it only where the proposer
 * said that it may be shown; a home stays without a point for others. `today`: YYYY-MM-DD.
 */
export function stateFromProposal(
  { fields, area_id, venue_id, lat, lng, locale }: Pick<ProposalRow, 'fields' | 'area_id' | 'venue_id' | 'lat' | 'lng' | 'locale'>,
  today: string,
): AssetState {
  const { name, happens, when, join, contact_name, contact, may_show, home } = fields;
  const kind = fields.kind ?? kindFromWords(name, happens);
  const { phone, email, web } = contactParts(contact);
  const shown = may_show === 'yes' && kind !== 'people';
  const times = readPlainTimes(when, today);
  const summary = shorten(happens);
  return {
    ...{ kind, status: 'published', name, name_cy: null, summary, summary_cy: null, description_cy: null },
    description: summary === happens ? null : happens,
    topics: [...new Set(fields.topics)].sort(),
    ...{ area_id, venue_id: home ? null : venue_id, lat: venue_id && !home ? null : lat, lng: venue_id && !home ? null : lng },
    point_privacy: home || kind === 'people' ? 'private' : 'public',
    ...{ cost_type: 'unknown', cost_pence: null, cost_note: null, languages: [locale === 'cy' ? 'cy' : 'en'], access: [] },
    ...{ how_to_join: join || null, just_turn_up: null, bring_someone: null, greeter: null, what_happens: null, feel: null, run_by: null },
    contact_name: shown ? contact_name || null : null,
    contact_phone: shown ? phone : null,
    contact_email: shown ? email : null,
    contact_web: shown ? web : null,
    sessions: times.sessions,
    events: times.events.map((event) => ({ ...noEvent, ...event, name, summary })),
    gift: null,
  };
}

const noEvent = {
  ...{ id: null, name_cy: null, summary_cy: null, venue_id: null, cost_type: 'unknown' as const, cost_pence: null, cost_note: null },
  ...{ cancelled: false, note: null },
};

/** The first sentences that fit. */
function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= longestSummary) return flat;
  const sentences = flat
    .slice(0, longestSummary)
    .replace(/[^.!?]*$/, '')
    .trim();
  return sentences.length > 60 ? sentences : `${flat.slice(0, longestSummary - 1).replace(/\s+\S*$/, '')}…`;
}

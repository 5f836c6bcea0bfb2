import { z } from 'zod';
import { EventState, SessionState } from './session-state.ts';
import { isDay, optionalText, Uuid } from './state-parts.ts';
import { typedText } from './typed-text.ts';
import { AccessFeature, AssetKind } from './vocabulary.ts';
import { webAddress } from './web-address.ts';

export const assetStatuses = ['draft', 'published', 'hidden', 'closed'] as const;
export const costTypes = ['free', 'pay-what-you-can', 'price', 'unknown'] as const;

/** What only a neighbour's gift has. None of it is ever public. */
export const GiftState = z.object({
  relay_contact: optionalText(200),
  introduced_by: Uuid.nullable(),
  consented_on: isDay.nullable(),
  expires_on: isDay.nullable(),
});

/** Everything that people write of one asset, private parts included: what an edit begins from, and what it saves. Never an answer to the public. */
export const AssetState = z
  .object({
    kind: AssetKind,
    status: z.enum(assetStatuses),
    name: typedText().min(1).max(160),
    name_cy: optionalText(160),
    summary: typedText().min(1).max(400),
    summary_cy: optionalText(400),
    description: optionalText(4000),
    description_cy: optionalText(4000),
    topics: z.array(z.string()).overwrite((topics) => [...new Set(topics)].sort()),
    area_id: Uuid.nullable(),
    venue_id: Uuid.nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lng: z.number().min(-180).max(180).nullable(),
    point_privacy: z.enum(['public', 'private']),
    cost_type: z.enum(costTypes),
    cost_pence: z.number().int().min(0).nullable(),
    cost_note: optionalText(200),
    languages: z.array(z.string().min(2).max(20)),
    access: z.array(AccessFeature),
    how_to_join: optionalText(600),
    just_turn_up: z.boolean().nullable(),
    bring_someone: z.boolean().nullable(),
    greeter: optionalText(160),
    what_happens: optionalText(1000),
    feel: optionalText(600),
    run_by: optionalText(160),
    contact_name: optionalText(160),
    contact_phone: optionalText(40),
    contact_email: z.email().max(254).nullable(),
    contact_web: z
      .string()
      .max(500)
      .refine((address) => webAddress(address) !== null, 'must be an http or https address')
      .nullable(),
    sessions: z.array(SessionState),
    events: z.array(EventState),
    gift: GiftState.nullable(),
  })
  .refine(({ lat, lng }) => (lat === null) === (lng === null), { path: ['lat'], error: 'a point has both lat and lng' });

export type AssetState = z.infer<typeof AssetState>;

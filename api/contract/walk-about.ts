import { z } from 'zod';
import { connectionKinds } from './connection.ts';
import type { TwoNames } from './desk-asset.ts';
import { Point } from './geo.ts';
import { longest } from './proposal.ts';
import { Uuid } from './state-parts.ts';
import { longestSuggestion } from './suggestion.ts';
import { saysSomething, typedText } from './typed-text.ts';
import type { AssetKind, Checker } from './vocabulary.ts';

/** What may be said of a thing while standing there. */
export const walkActs = ['right', 'closed', 'not-here', 'different', ...connectionKinds] as const;
export type WalkAct = (typeof walkActs)[number];

const text = (most: number) =>
  typedText()
    .overwrite((typed) => (saysSomething(typed) ? typed.replace(/\r\n?/g, '\n') : ''))
    .max(most);

const noted = {
  /** Made where it was noted. */
  id: Uuid,
  /** Of who noted it: it is taken as nobody else's. */
  accountId: Uuid,
  /** How long ago: told by one and the same clock, so that a wrong one does no harm. */
  ageMs: z.number().min(0),
};

const AboutAsset = z.object({
  ...noted,
  act: z.enum(walkActs),
  assetId: Uuid,
  /** As it was on the list that was looked at; null: as it stands, whatever that is. */
  version: z.number().int().min(1).nullable(),
  words: text(longestSuggestion),
});

const SeenThing = z.object({
  ...noted,
  act: z.literal('new'),
  name: text(longest.name).min(1),
  happens: text(longest.happens),
  when: text(longest.when),
  place: text(longest.place),
  /** Where they stood. */
  at: Point.nullable(),
});

/** One thing that was noted on a walk. */
export const WalkEntry = z
  .discriminatedUnion('act', [AboutAsset, SeenThing])
  .refine((entry) => entry.act !== 'different' || entry.words !== '', { path: ['words'], error: 'say what is different' });

export type WalkEntry = z.infer<typeof WalkEntry>;
export type WalkedAsset = z.infer<typeof AboutAsset>;
export type SeenThing = z.infer<typeof SeenThing>;

/** Why an entry is not taken. It is for who noted it to say what becomes of it. */
export const walkRefusals = ['not-yours', 'gone', 'edited', 'too-old', 'other-account', 'not-understood'] as const;
export type WalkRefusal = (typeof walkRefusals)[number];

/** What became of an entry. */
export type WalkOutcome =
  | {
      taken: string;
      /** Whether the photo that came with it could not be kept. */
      withoutPhoto: boolean;
    }
  | { refused: WalkRefusal };

/** An entry that was taken, for saying so and taking it back. */
export interface WalkDone extends TwoNames {
  id: string;
  act: WalkAct | 'new';
  takenBack: boolean;
  canTakeBack: boolean;
}

/** A thing of somebody's patch, as they may carry it about on a phone: nothing of it is hidden from the public. */
export interface WalkAsset extends TwoNames {
  id: string;
  slug: string;
  version: number;
  kind: AssetKind;
  venue: TwoNames | null;
  at: Point | null;
  metres: number | null;
  checked: { on: string; by: Checker } | null;
}

export interface WalkList {
  /** From where it is told; null: no place was asked for, or none that we know. */
  near: { label: string; point: Point } | null;
  items: WalkAsset[];
}

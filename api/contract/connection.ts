import { z } from 'zod';

/** What a coordinator or builder did: told somebody of it, walked along, introduced them. Nothing of who. */
export const connectionKinds = ['told', 'walked-along', 'introduced'] as const;
export const ConnectionKind = z.enum(connectionKinds);
export type ConnectionKind = z.infer<typeof ConnectionKind>;

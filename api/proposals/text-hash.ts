import { createHash } from 'node:crypto';
import type { Proposal } from '../contract/proposal.ts';
import { foldText } from '../search/fold-text.ts';

/** By which the same words are known again, whatever numbers stand in them. */
export const textHash = ({ happens }: Proposal): string =>
  createHash('sha256').update(foldText(happens).replace(/\d+/g, '')).digest('base64url').slice(0, 24);

import type { ProposedWords } from '../../../../api/contract/today.ts';
import type { Reader } from '../../../reader.ts';

/** What a neighbour told of something new, in their words. */
export function ProposalFacts({ reader: { t }, proposal }: { reader: Reader; proposal: ProposedWords }) {
  const { happens, when, place, join, contact } = proposal;
  return (
    <>
      <p class="their-words">“{happens}”</p>
      <p>{[when, place].filter(Boolean).join(' · ')}</p>
      {(join || contact) && (
        <details class="on-card">
          <summary class="target">{t('today.told')}</summary>
          {join && <p>{join}</p>}
          {contact && <p>{contact}</p>}
        </details>
      )}
    </>
  );
}

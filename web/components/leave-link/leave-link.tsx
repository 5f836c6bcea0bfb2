import type { Reader } from '../../reader.ts';
import { neutralSite } from '../../urls.ts';
import { Island } from '../island/island.tsx';

/** A quick way out. Script adds three presses of Shift, and leaves this page out of the history. */
export function LeaveLink({ reader: { t } }: { reader: Reader }) {
  return (
    <Island name="leave" props={{ href: neutralSite }}>
      <a class="leave" href={neutralSite} rel="noreferrer">
        {t('leave.short')}
        <span class="wide">&nbsp;{t('leave.rest')}</span>
      </a>
    </Island>
  );
}

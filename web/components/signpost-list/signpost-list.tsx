import type { Listing } from '../../../api/contract/listing.ts';
import type { Signpost } from '../../../api/contract/signpost.ts';
import type { Reader } from '../../reader.ts';
import { Words } from '../words/words.tsx';

type Sign = Pick<Listing & Signpost, 'slug' | 'name' | 'name_cy' | 'summary' | 'summary_cy' | 'phone'> & {
  web?: string | null;
  hours?: string | null;
};

/** Services of last resort: a name, what for, and the number to ring. */
export function SignpostList({ reader, items }: { reader: Reader; items: Sign[] }) {
  const { t } = reader;
  return (
    <ul class="signs">
      {items.map((sign) => (
        <li id={sign.slug}>
          <h3>
            <Words reader={reader} en={sign.name} cy={sign.name_cy} />
          </h3>
          <p>
            <Words reader={reader} en={sign.summary} cy={sign.summary_cy} />
          </p>
          <p class="row small">
            {sign.phone && (
              <a class="button quiet" href={`tel:${sign.phone.replaceAll(/[^\d+]/g, '')}`}>
                {t('sign.ring', { phone: sign.phone })}
              </a>
            )}
            {sign.hours && (
              <span>
                <Words reader={reader} en={sign.hours} />
              </span>
            )}
            {sign.web && (
              <a class="target" href={sign.web} rel="noreferrer">
                {t('sign.web')}
                <span class="unseen"> {sign.name}</span>
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

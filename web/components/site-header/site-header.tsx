import type { District } from '../../../api/contract/district.ts';
import { mostKept } from '../../../api/contract/shortlist.ts';
import { localeNames, otherLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import { urlsFor } from '../../urls.ts';
import { DoorMark } from '../door-mark/door-mark.tsx';
import { LeaveLink } from '../leave-link/leave-link.tsx';
import { Words } from '../words/words.tsx';

/** What the island `keep` is given: its button's word, how much a list holds, and what it says. */
export interface KeepProps {
  label: string;
  most: number;
  /** With `{name}` where the island puts one. */
  texts: { full: string; kept: string; off: string; forgotten: string; undo: string };
}

interface SiteHeaderProps {
  reader: Reader;
  district: District | null;
  /** Path and query string without the language's prefix. */
  address: string;
}

export function SiteHeader({ reader, district, address }: SiteHeaderProps) {
  const { t, urls, locale } = reader;
  const links = [
    { href: urls.find(), path: '/find', label: t('nav.find') },
    { href: urls.whatsOn(), path: '/whats-on', label: t('nav.whats-on') },
    { href: urls.areas(), path: '/areas', label: t('nav.areas') },
  ];
  const other = otherLocale(locale);
  const keep: KeepProps = {
    label: t('keep.keep'),
    most: mostKept,
    texts: {
      full: t('keep.full', { count: mostKept }),
      kept: t.raw('keep.kept'),
      off: t.raw('keep.off'),
      forgotten: t('keep.forgotten'),
      undo: t('keep.undo'),
    },
  };
  return (
    <header class="top">
      <div class="wrap">
        <a class="brand" href={urls.home()}>
          <DoorMark open={address.startsWith('/coordinators/')} />
          <span>
            {t('site.name')}
            {district && (
              <small>
                <Words reader={reader} en={district.place} cy={district.place_cy} />
              </small>
            )}
          </span>
        </a>
        <nav aria-label={t('nav.label')}>
          {links.map(({ href, path, label }) => (
            <a href={href} aria-current={address.split('?')[0] === path ? 'page' : undefined}>
              {label}
            </a>
          ))}
          <a href={urls.shortlist()} data-island="keep" data-props={JSON.stringify(keep)}>
            {t('nav.kept')}&nbsp;
            <b class="number" />
          </a>
        </nav>
        <a class="language" href={urlsFor(other).at(address)} lang={other} hreflang={other}>
          {localeNames[other]}
        </a>
        <LeaveLink reader={reader} />
      </div>
      {district?.notice && (
        <p class="sample">
          <span class="wrap">
            <Words reader={reader} en={district.notice} cy={district.notice_cy} />
          </span>
        </p>
      )}
    </header>
  );
}

import type { Reader } from '../../reader.ts';

interface TakeLinksProps {
  reader: Reader;
  print: string;
  calendar: string;
  /** What is new; null where nothing new is to be told of. */
  news: string | null;
}

/** On paper, in a calendar, in a feed reader: small, at the end of a list. */
export function TakeLinks({ reader: { t }, print, calendar, news }: TakeLinksProps) {
  const links = [
    { href: print, label: t('take.print') },
    { href: calendar, label: t('take.calendar') },
    ...(news ? [{ href: news, label: t('take.news') }] : []),
  ];
  return (
    <p class="row small on-screen">
      {links.map(({ href, label }) => (
        <a class="target" href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}

import type { ComponentChild } from 'preact';
import type { District } from '../../api/contract/district.ts';
import { SiteFooter } from '../components/site-footer/site-footer.tsx';
import { SiteHeader } from '../components/site-header/site-header.tsx';
import { inLocale, locales } from '../i18n/locale.ts';
import type { Reader } from '../reader.ts';
import { urlsFor } from '../urls.ts';
import type { BuiltFiles } from './built-files.ts';
import type { FeedLink } from './page.ts';

export interface DocumentProps {
  reader: Reader;
  district: District | null;
  /** Path and query string without the language's prefix: the way to the same page in the other language. */
  address: string;
  /** `PUBLIC_URL`. */
  origin: string;
  title: string | null;
  description?: string;
  jsonLd: object[];
  feeds?: FeedLink[];
  /** Style sheets of `web/styles` beside that of every page. */
  styles?: string[];
  /** What stands above and below the page; that of the public site unless told. */
  frame?: { header: ComponentChild; footer: ComponentChild };
  built: BuiltFiles;
  children: ComponentChild;
}

/** Everything round a page's body: head, header, footer, the one script. */
export function Document({
  reader,
  district,
  address,
  origin,
  title,
  description,
  jsonLd,
  feeds = [],
  styles = [],
  frame,
  built,
  children,
}: DocumentProps) {
  const { t, locale } = reader;
  const place = district ? inLocale(locale, district.place, district.place_cy).text : '';
  return (
    <html lang={locale === 'en' ? 'en-GB' : locale} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{[title, t('site.name'), place].filter(Boolean).join(' · ')}</title>
        <meta name="description" content={description ?? t('site.description', { place })} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {locales.map((each) => (
          <link rel="alternate" hreflang={each} href={urlsFor(each).at(address)} />
        ))}
        {feeds.map(({ format, href }) => (
          <link rel="alternate" type={feedTypes[format]} href={href} />
        ))}
        <style dangerouslySetInnerHTML={{ __html: built.css }} />
        <link rel="stylesheet" href={built.styles.print} media="print" />
        {styles.map((name) => (
          <link rel="stylesheet" href={built.styles[name]} />
        ))}
        {jsonLd.map((data) => (
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asSafeJson(data) }} />
        ))}
        {built.script && <script type="module" src={built.script} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {t('site.skip')}
        </a>
        {frame ? frame.header : <SiteHeader reader={reader} district={district} address={address} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {frame ? frame.footer : <SiteFooter reader={reader} district={district} address={address} origin={origin} />}
      </body>
    </html>
  );
}

const feedTypes = { atom: 'application/atom+xml', ics: 'text/calendar' };

/** `<` written as an escape, so that no text can close the script element it stands in. */
const asSafeJson = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c');

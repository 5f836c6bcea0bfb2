import type { ComponentChild } from 'preact';
import type { District } from '../../api/contract/district.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import type { FormState } from '../components/open-form/open-form.tsx';
import type { Reader } from '../reader.ts';
import type { PageData } from './page-data.ts';

/** What a page may know of the request it answers. */
export interface PageRequest {
  reader: Reader;
  params: Record<string, string>;
  query: Record<string, unknown>;
  /** Who asks, for counting what is missing and for nothing else: their network address, and whether the words are still being typed. */
  visitor: {
    address: string;
    isTyping: boolean /** As far as it says so itself: a search engine, or a browser that fetches ahead. */;
    isProgram: boolean;
  };
  /** What an error means to a reader, for pages that can carry on after one. */
  problemOf(error: unknown): Problem;
  /** The form that is sent to `action` (a path without the language), as it stands: empty on a visit, else with what was typed. */
  formFor(action: string, kind?: { quick: boolean }): FormState;
}

/** A form that came in and was found to be a person's. */
export interface SentRequest extends PageRequest {
  typed: Record<string, string>;
  /** The form's own mark: the same when it is sent twice. */
  form: string;
  /** Where it came from, as a name that is good until midnight. */
  connection: string;
}

/** `<link rel=alternate>` in the page's head. */
export interface FeedLink {
  format: 'atom' | 'ics';
  href: string;
}

/** What every page's body is given beside its own props. */
export interface PageSetting {
  reader: Reader;
  district: District;
  /** `https://open-door.example.org`: how others reach this site, for what leaves the screen. */
  origin: string;
}

/** A page: fetch, then say. `load` rejects with a domain error when the thing is not found. */
export interface Page<Props> {
  load(data: PageData, request: PageRequest): Promise<Props>;
  /** For the tab and for search engines, without the site's name. Null: the site's name alone. */
  title(props: Props, reader: Reader): string | null;
  description?(props: Props, reader: Reader): string;
  /** What is counted each time the page is shown, whether or not it was made for that; `load` counts nothing. */
  note?(data: PageData, props: Props, visitor: PageRequest['visitor']): void;
  /** schema.org, for machines that read the page. */
  jsonLd?(props: Props, setting: PageSetting): object[];
  /** The same for other programs: what is new, what is on. */
  feeds?(props: Props, reader: Reader): FeedLink[];
  /** 200 unless told. */
  status?(props: Props): number;
  /** A style sheet of `web/styles` beside that of every page. */
  style?: string;
  Body(props: Props & PageSetting): ComponentChild;
}

/** A page with a form that anyone may send: by POST to its own address. */
export interface FormPage<Props> extends Page<Props> {
  /** Does what the form asks. Answers the address to go on to, what is wrong with what was typed, or that the page has a next step. */
  take(data: PageData, request: SentRequest): Promise<string | FormError[] | 'next-step'>;
  /** More than the 8 KiB that every open form may have. */
  bodyLimit?: number;
}

/** A page with its own props forgotten, so that pages of all sorts stand in one list. */
export interface SitePage {
  path: string;
  /** For whoever was sent its address and nobody else: kept by no cache, found by no search engine. */
  private?: boolean;
  /** The same for everyone until the directory or the minute changes: its bytes are kept, and it may be read from a replica. */
  kept?: boolean;
  /** Guessing its address must not pay: who misses very often is turned away for a while. */
  guessable?: boolean;
  prepare(data: PageData, request: PageRequest): Promise<PreparedPage>;
  /** Null: there is nothing to send. */
  take: FormPage<unknown>['take'] | null;
  bodyLimit: number | undefined;
}

export interface PreparedPage {
  note?(data: PageData, visitor: PageRequest['visitor']): void;
  title: string | null;
  description?: string;
  feeds: FeedLink[];
  status: number;
  style?: string;
  jsonLd(setting: PageSetting): object[];
  body(setting: PageSetting): ComponentChild;
}

export function sitePage<Props extends object>(
  path: string,
  page: Page<Props> | FormPage<Props>,
  more: Pick<SitePage, 'guessable' | 'kept' | 'private'> = {},
): SitePage {
  return {
    path,
    ...more,
    take: 'take' in page ? page.take : null,
    bodyLimit: 'bodyLimit' in page ? page.bodyLimit : undefined,
    async prepare(data, request) {
      const props = await page.load(data, request);
      return {
        note: (seenWith, visitor) => page.note?.(seenWith, props, visitor),
        title: page.title(props, request.reader),
        description: page.description?.(props, request.reader),
        feeds: page.feeds?.(props, request.reader) ?? [],
        status: page.status?.(props) ?? 200,
        style: page.style,
        jsonLd: (setting) => page.jsonLd?.(props, setting) ?? [],
        body: (setting) => page.Body({ ...props, ...setting }),
      };
    },
  };
}

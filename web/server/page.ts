import type { ComponentChild } from 'preact';
import type { District } from '../../api/contract/district.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { Reader } from '../reader.ts';
import type { PageData } from './page-data.ts';

/** What a page may know of the request it answers. */
export interface PageRequest {
  reader: Reader;
  params: Record<string, string>;
  query: Record<string, unknown>;
  /** Who asks, for counting what is missing and for nothing else: their network address, and whether the words are still being typed. */
  visitor: { address: string; isTyping: boolean };
  /** What an error means to a reader, for pages that can carry on after one. */
  problemOf(error: unknown): Problem;
}

/** What every page's body is given beside its own props. */
export interface PageSetting {
  reader: Reader;
  district: District;
}

/** A page: fetch, then say. `load` rejects with a domain error when the thing is not found. */
export interface Page<Props> {
  load(data: PageData, request: PageRequest): Promise<Props>;
  /** For the tab and for search engines, without the site's name. Null: the site's name alone. */
  title(props: Props, reader: Reader): string | null;
  description?(props: Props, reader: Reader): string;
  /** schema.org, for machines that read the page. */
  jsonLd?(props: Props, setting: PageSetting): object[];
  Body(props: Props & PageSetting): ComponentChild;
}

/** A page with its own props forgotten, so that pages of all sorts stand in one list. */
export interface SitePage {
  path: string;
  prepare(data: PageData, request: PageRequest): Promise<PreparedPage>;
}

export interface PreparedPage {
  title: string | null;
  description?: string;
  jsonLd(setting: PageSetting): object[];
  body(setting: PageSetting): ComponentChild;
}

export function sitePage<Props extends object>(path: string, page: Page<Props>): SitePage {
  return {
    path,
    async prepare(data, request) {
      const props = await page.load(data, request);
      return {
        title: page.title(props, request.reader),
        description: page.description?.(props, request.reader),
        jsonLd: (setting) => page.jsonLd?.(props, setting) ?? [],
        body: (setting) => page.Body({ ...props, ...setting }),
      };
    },
  };
}

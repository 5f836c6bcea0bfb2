import type { ComponentChild } from 'preact';
import type { Problem } from '../../api/contract/problem.ts';
import type { DeskAction, SignedIn } from '../../api/contract/viewer.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import type { FormState } from '../components/open-form/open-form.tsx';
import type { MessageKey } from '../i18n/translate.ts';
import type { Reader } from '../reader.ts';
import type { PageSetting } from './page.ts';
import type { PageData } from './page-data.ts';
import type { Upload } from './read-upload.ts';
import type { DeskFile } from './run-data.ts';

/** What a page of the desk may know of the request it answers. */
export interface DeskRequest {
  reader: Reader;
  params: Record<string, string>;
  query: Record<string, unknown>;
  /** The page's forms as they stand: empty on a visit, else with what was typed. One state for all forms of a page. */
  form: FormState;
  sessionId: string;
  /** Every page that this viewer finds on the desk, in order. */
  links: ShownLink[];
  problemOf(error: unknown): Problem;
}

/** A form of the desk that came in from a page of ours, in this session. */
export interface DeskSent extends DeskRequest {
  /** Boxes that came once. */
  typed: Record<string, string>;
  /** Every value of a box that may come several times, such as ticks. */
  all(name: string): string[];
  /** Of a page with `takesFiles`; boxes for files that stayed empty are left out. */
  files: { field: string; name: string; type: string; bytes: Uint8Array }[];
  /** Of a page that `takesUpload`, to be read once; null: none was chosen. */
  upload: Pick<Upload, 'field' | 'name' | 'chunks' | 'release'> | null;
}

/** Where to go on to, and what becomes of who is signed in. */
export interface GoOn {
  to: string;
  signOut?: true;
}

/** A page for who is signed in: fetch, then say. `load` and `take` reject with a domain error when it is not there, or not theirs. */
export interface DeskPage<Props> {
  load(data: PageData, request: DeskRequest, viewer: SignedIn): Promise<Props>;
  title(props: Props, reader: Reader): string;
  status?(props: Props): number;
  /** For the desk's own scripts, which ask for `application/json`. */
  answer?(props: Props): object;
  /** A style sheet of `web/styles` beside that of every page and that of the desk. */
  style?: string;
  Body(props: Props & PageSetting & { viewer: SignedIn }): ComponentChild;
}

/**
 * A page with forms, sent by POST to its own address. Answers the address to go on to, or what is wrong with what was typed; nothing wrong
 * shows the page again as it was filled in, for buttons that only look something up.
 * `shown` stands beside what was typed on that page, once: what no address may hold.
 * A script that asks for JSON is answered `{ to }`, or with 400 `{ errors: [{ field, text }] }`; `answer` is for scripts alone.
 */
export interface DeskFormPage<Props> extends DeskPage<Props> {
  take(
    data: PageData,
    request: DeskSent,
    viewer: SignedIn,
  ): Promise<string | GoOn | FormError[] | { answer: object } | { shown: Record<string, string> }>;
  /** More than the 64 KiB that every form of the desk may have. */
  bodyLimit?: number | ((data: PageData) => number);
  /** Its last box is a file that is taken as it comes in, as `upload`; else files are held in memory, so that `bodyLimit` is what they cost. */
  takesUpload?: true;
}

/** Where a page is found on the desk. */
export interface DeskLink {
  label: MessageKey;
  /** In the row of every page; else under "More", where it stands in a group with a word about it. */
  inRow?: boolean;
  group?: LinkGroup;
  about?: MessageKey;
  /** Only for who may do this somewhere; everyone, unless told. */
  right?: DeskAction;
}

/** The groups of "More", in order. */
export const linkGroups = ['patch', 'people', 'place', 'you'] as const;
export type LinkGroup = (typeof linkGroups)[number];

/** A link of the desk's as one reader sees it. */
export interface ShownLink {
  href: string;
  label: string;
  about: string;
  group: LinkGroup;
  inRow: boolean;
  /** `within`: a page below it, or of the row's "More". */
  here: 'page' | 'within' | null;
}

/** A page with its own props forgotten, so that pages of all sorts stand in one list. */
export interface DeskEntry {
  path: string;
  link: DeskLink | null;
  bodyLimit: DeskFormPage<unknown>['bodyLimit'];
  takesUpload: boolean;
  prepare(data: PageData, request: DeskRequest, viewer: SignedIn): Promise<PreparedDeskPage>;
  /** Null: there is nothing to send. */
  take: DeskFormPage<unknown>['take'] | null;
}

export interface PreparedDeskPage {
  title: string;
  status: number;
  styles: string[];
  /** Null: it offers no JSON. */
  answer: object | null;
  body(setting: PageSetting): ComponentChild;
  /** Null: it is a page to look at. */
  file: DeskFile | null;
}

export function deskPage<Props extends object>(
  path: `/desk${string}`,
  page: DeskPage<Props> | DeskFormPage<Props>,
  link: DeskLink | null = null,
): DeskEntry {
  return {
    path,
    link,
    bodyLimit: 'bodyLimit' in page ? page.bodyLimit : undefined,
    takesUpload: 'takesUpload' in page,
    take: 'take' in page ? page.take : null,
    async prepare(data, request, viewer) {
      const props = await page.load(data, request, viewer);
      return {
        title: page.title(props, request.reader),
        status: page.status?.(props) ?? 200,
        styles: page.style ? ['desk', page.style] : ['desk'],
        answer: page.answer?.(props) ?? null,
        body: (setting) => page.Body({ ...props, ...setting, viewer }),
        file: null,
      };
    },
  };
}

/** Not a page but a file to keep. */
export function deskDownload(
  path: `/desk/${string}`,
  load: (data: PageData, request: DeskRequest, viewer: SignedIn) => Promise<DeskFile>,
): DeskEntry {
  return {
    path,
    link: null,
    bodyLimit: undefined,
    takesUpload: false,
    take: null,
    prepare: async (data, request, viewer) => ({
      ...{ title: '', status: 200, styles: [], answer: null, body: () => null },
      file: await load(data, request, viewer),
    }),
  };
}

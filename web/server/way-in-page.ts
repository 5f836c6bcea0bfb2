import type { ComponentChild } from 'preact';
import type { WayIn } from '../../api/contract/way-in.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import type { FormState } from '../components/open-form/open-form.tsx';
import type { Reader } from '../reader.ts';
import type { PageSetting } from './page.ts';
import type { WayInData } from './way-in-data.ts';

/** What a page of signing in may know of the request it answers. */
export interface WayInRequest {
  reader: Reader;
  params: Record<string, string>;
  query: Record<string, unknown>;
  form: FormState;
  /** The mark of the browser that asked for a letter. */
  asking: string | null;
  userAgent: string;
  /** Where on the desk they were going; always an address of ours. */
  onward: string | null;
}

/** Where to go on to, and what this browser is given on the way. */
export interface Admitted {
  to: string;
  asking?: string;
  session?: WayIn;
}

/** A page before anyone is signed in: like a page with a form that anyone may send, but it may give the browser a cookie. */
export interface WayInPage<Props> {
  load(data: WayInData, request: WayInRequest): Promise<Props>;
  /** An object without `to`: the answer to a script. */
  take(data: WayInData, request: WayInRequest): Promise<Admitted | FormError[] | { answer: object }>;
  title(props: Props, reader: Reader): string;
  Body(props: Props & PageSetting): ComponentChild;
}

export interface WayInEntry {
  path: string;
  take: WayInPage<unknown>['take'];
  prepare(data: WayInData, request: WayInRequest): Promise<{ title: string; body(setting: PageSetting): ComponentChild }>;
}

/** With its own props forgotten, so that several stand in one list. */
export const wayInPage = <Props extends object>(path: string, page: WayInPage<Props>): WayInEntry => ({
  path,
  take: page.take,
  async prepare(data, request) {
    const props = await page.load(data, request);
    return { title: page.title(props, request.reader), body: (setting) => page.Body({ ...props, ...setting }) };
  },
});

/** Only ever an address of the desk. */
export function onwardIn(then: unknown): string | null {
  return typeof then === 'string' && /^\/(cy\/)?desk([/?][^\\]*)?$/.test(then) ? then : null;
}

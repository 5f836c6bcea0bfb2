import type { FastifyRequest } from 'fastify';
import type { District } from '../../api/contract/district.ts';
import { SignedOut } from '../pages/desk/signed-out.tsx';
import { type RenderSetting, renderPage } from './render-page.tsx';

/** Strangers may send these, too: read is only what is small, and no files. */
export function mayBeGivenBack({ method, headers }: FastifyRequest, mostBytes: number): boolean {
  const bytes = Number(headers['content-length'] ?? 0);
  return (
    method === 'POST' && bytes > 0 && bytes <= mostBytes && /^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '')
  );
}

/** Without the token, which was of the session that is over: sent again, the form comes back to be looked at and pressed once more. */
export function boxesIn(body: unknown): [name: string, value: string][] {
  return Object.entries(Object(body)).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((each) => typeof each === 'string' && name !== 'token')
      .map((each): [string, string] => [name, each]),
  );
}

export function renderSignedOut(boxes: [string, string][], { setting, district }: { setting: RenderSetting; district: District }): string {
  const { reader, address } = setting;
  const page = {
    ...{ title: reader.t('desk.signed-out-title'), status: 401, style: 'desk', feeds: [], jsonLd: () => [] },
    body: () => <SignedOut reader={reader} action={reader.urls.at(address)} boxes={boxes} />,
  };
  return renderPage(page, district, setting);
}

import type { FastifyRequest } from 'fastify';

/**
 * Browsers say so themselves in Sec-Fetch-Site. Older ones, and all of them where the site is not under https, may say nothing: our own
 * Referrer-Policy makes them send `Origin: null`. Then the token decides, which only we can sign.
 */
export function isFromHere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const said = [headers.origin, headers.referer].find((address) => address !== undefined && address !== 'null');
  return said === undefined || (URL.canParse(said) && new URL(said).host === host);
}

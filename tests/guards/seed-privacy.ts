import type { SourceFile } from './source-files.ts';

/** Ofcom's numbers for drama (ofcom.org.uk, "telephone numbers for use in TV and radio drama programmes"), and the short numbers anyone may print. */
const dramaNumber = /^(01632960\d{3}|07700900\d{3}|08081570\d{3}|03069990\d{3})$/;
const openNumbers = new Set(['999', '111', '112', '101', '18000']);

const phoneLike = /(?<![\d.:/#-])(?:\+44|0)(?:[\s()-]*\d){8,11}(?![\d.]*\d)/g;
const phoneField = /"phone":\s*"([^"]+)"/g;
const emailLike = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const webLike = /https?:\/\/([\w.-]+)/g;

/** One line for each phone number, e-mail address or web address that could be a real person's or group's. */
export function realContacts({ path, text }: SourceFile): string[] {
  const numbers = [...(text.match(phoneLike) ?? []), ...[...text.matchAll(phoneField)].map((match) => match[1] ?? '')];
  const phones = numbers.filter((number) => !isDrama(number)).map((number) => `${path}: the phone number ${number.trim()}`);
  const emails = (text.match(emailLike) ?? [])
    .filter((address) => !/[@.]example\.org$/.test(address))
    .map((address) => `${path}: the address ${address}`);
  const sites = [...text.matchAll(webLike)]
    .filter((match) => !/(^|\.)example\.org$/.test(match[1] ?? ''))
    .map((match) => `${path}: the site ${match[1]}`);
  return [...phones, ...emails, ...sites];
}

function isDrama(number: string): boolean {
  const digits = number.replace(/\+44[\s(0)]*/, '0').replace(/\D/g, '');
  return openNumbers.has(digits) || dramaNumber.test(digits);
}

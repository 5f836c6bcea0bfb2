import { webAddress } from '../contract/web-address.ts';

export interface ContactParts {
  phone: string | null;
  email: string | null;
  web: string | null;
}

/** One box takes a telephone number, an e-mail and a web address, in any order; what is none of them belongs to the name. */
export function contactParts(text: string): ContactParts {
  const email = /[^\s,;<>()]+@[^\s,;<>()]+\.[a-z]{2,}/i.exec(text)?.[0] ?? null;
  const rest = email ? text.replace(email, ' ') : text;
  const address =
    /(?:https?:\/\/|www\.)[^\s,;<>()]+|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:org|com|uk|net|wales|cymru|info|co)\b(?:\/[^\s,;<>()]*)?/i.exec(
      rest,
    )?.[0] ?? null;
  const phone = /\+?\(?\d[\d ()-]{6,18}\d/.exec(address ? rest.replace(address, ' ') : rest)?.[0]?.trim() ?? null;
  return { phone, email, web: webAddress(address && (/^https?:/i.test(address) ? address : `https://${address}`)) };
}

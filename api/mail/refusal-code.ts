/** "550" when the mail server said for good that it does not take mail for this address (RFC 5321, 5yz to RCPT TO); null for all else, such as a server that does not trust us. */
export function refusalCode(error: unknown): string | null {
  const { command, responseCode }: { command?: unknown; responseCode?: unknown } = Object(error);
  if (command !== 'RCPT TO' || typeof responseCode !== 'number') return null;
  return aboutTheAddress.has(responseCode) ? String(responseCode) : null;
}

/** Mailbox not there, not local, over quota for good, not allowed as a name, domain takes no mail. */
const aboutTheAddress = new Set([550, 551, 552, 553, 556]);

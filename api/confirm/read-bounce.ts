import PostalMime from 'postal-mime';

/** A letter of ours that came back for good. */
export interface Bounce {
  /** The id of the letter. */
  letter: string;
  /** "5.1.1", as RFC 3463 numbers them. */
  status: string;
}

const ours = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

/**
 * What a delivery status notification (RFC 3464) says of a letter of ours. Null: it is no such thing, it tells of a delay, or of somebody else's
 * letter. Rejects when it cannot be read as mail at all.
 */
export async function readBounce(eml: Uint8Array): Promise<Bounce | null> {
  const { attachments } = await PostalMime.parse(eml, { attachmentEncoding: 'utf8', forceRfc822Attachments: true, maxNestingDepth: 10 });
  const parts = attachments.map(({ mimeType, content }) => ({ mimeType, text: unfolded(String(content)) }));
  const report = parts.find(({ mimeType }) => mimeType === 'message/delivery-status')?.text;
  if (!report) return null;
  const status = failedForGood(report);
  const returned = parts.find(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')?.text ?? '';
  const letter = letterIn(field(report, 'Original-Envelope-Id')) ?? letterIn(field(returned.split('\n\n')[0] ?? '', 'Message-ID'));
  return status && letter ? { letter, status } : null;
}

/** A group of lines for each receiver, after the one for the message. */
function failedForGood(report: string): string | null {
  const failed = report.split(/\n\s*\n/).find((group) => field(group, 'Action').toLowerCase() === 'failed');
  const [status = ''] = /^5\.\d{1,3}\.\d{1,3}/.exec(failed ? field(failed, 'Status') : '') ?? [];
  return status || null;
}

const letterIn = (text: string): string | null => ours.exec(text)?.[1]?.toLowerCase() ?? null;

/** Lines that go on in the next begin there with a blank. */
const unfolded = (text: string) => text.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ');

const field = (lines: string, name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(lines)?.[1]?.trim() ?? '';

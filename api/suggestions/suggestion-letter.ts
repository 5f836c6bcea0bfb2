import type { Suggestion } from '../contract/suggestion.ts';

export interface LetterParts {
  /** First name of the coordinator. */
  reader: string;
  /** The asset's name. */
  asset: string;
  /** Its address. */
  page: string;
  /** YYYY-MM-DD. */
  deleteOn: string;
  /** The group itself says so, by the link that it was sent. */
  byGroup: boolean;
}

/** To the coordinator of the area. Who wrote stands in the text alone, and only when they want to hear. */
export function suggestionLetter(
  said: Suggestion,
  { reader, asset, page, deleteOn, byGroup }: LetterParts,
): { subject: string; text: string } {
  const closed = said.type === 'closed';
  const paragraphs = [
    `Dear ${reader},`,
    closed
      ? `${byGroup ? 'they say themselves' : 'a neighbour says'} that this has closed: ${asset}`
      : `${byGroup ? 'they say themselves' : 'a neighbour says'} that something is different now: ${asset}`,
    said.text && quote(said.text),
    said.reply_email && `They would like to hear from you: ${said.reply_email}\n${forgetLine(deleteOn)}`,
    `Its page:\n${page}`,
    closed && byGroup ? 'It has left the list. You can bring it back.' : 'Nothing changes on the page until you change it.',
  ];
  return {
    subject: closed ? `Has it closed? ${asset}` : `Is it different now? ${asset}`,
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
  };
}

/** `deleteOn`: YYYY-MM-DD. */
export const forgetLine = (deleteOn: string) => `We forget their address on ${sayDay(deleteOn)}. Please forget it once you have answered.`;

/** Every line marked, so that nothing in it looks like ours. */
export const quote = (text: string) =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** "20 February 2027". */
const sayDay = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

import type { SuggestionType } from '../contract/suggestion.ts';
import { forgetLine, quote } from './suggestion-letter.ts';

interface Said {
  type: SuggestionType;
  text: string | null;
  reply_email: string | null;
  /** Of the asset. */
  slug: string;
  name: string;
}

/** More than anyone reads over breakfast; the rest is counted. */
const mostTold = 40;

/** To a coordinator: what came in yesterday after the letters that a day may bring. */
export function digestLetter(
  said: Said[],
  { reader, publicUrl, deleteOn }: { reader: string; publicUrl: string; deleteOn: string },
): { subject: string; text: string } {
  const told = said.slice(0, mostTold);
  const left = said.length - told.length;
  const paragraphs = [
    `Dear ${reader},`,
    `yesterday more came in than we send letters for in a day. Here is the rest (${said.length}).`,
    ...told.map((each) => sayOne(each, publicUrl)),
    left > 0 && `And ${left} more of the same day. So many may well come from one person or a program.`,
    told.some(({ reply_email }) => reply_email) && forgetLine(deleteOn),
    'Nothing changes on a page until you change it.',
  ];
  return { subject: `What else neighbours said yesterday (${said.length})`, text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

const sayOne = ({ type, text, reply_email, slug, name }: Said, publicUrl: string) =>
  [
    type === 'closed' ? `Has it closed? ${name}` : `Is it different now? ${name}`,
    text && quote(text),
    reply_email && `They would like to hear from you: ${reply_email}`,
    `${publicUrl}/around/${slug}`,
  ]
    .filter(Boolean)
    .join('\n');

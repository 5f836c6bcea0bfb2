import type { Proposal } from '../contract/proposal.ts';
import { forgetLine, quote } from '../suggestions/suggestion-letter.ts';

interface LetterParts {
  /** First name of the coordinator. */
  reader: string;
  /** Names of what is around already and may be the same. */
  alike: string[];
  seemsService: boolean;
  /** No more letters today. */
  isLast: boolean;
  /** YYYY-MM-DD. */
  deleteOn: string;
}

/** To the coordinator of the area. What people wrote is marked line by line, so that nothing in it looks like ours. */
export function proposalLetter(
  proposal: Proposal,
  { reader, alike, seemsService, isLast, deleteOn }: LetterParts,
): { subject: string; text: string } {
  const { name, happens, when, place, join, contact_name, contact, may_show, reply_email } = proposal;
  const said = [
    ['What it is called', name],
    ['What happens there', happens],
    ['When', when],
    ['Where', place],
    ['How people join', join],
    [
      may_show === 'yes' ? 'Who to ask, and we may show it' : 'Who to ask, for you alone: do not show it',
      [contact_name, contact].filter(Boolean).join(', '),
    ],
  ] as const;
  const paragraphs = [
    `Dear ${reader},`,
    `a neighbour would like to see this in the directory: ${name}`,
    ...said.map(([label, text]) => text && `${label}\n${quote(text)}`),
    alike.length > 0 && `Perhaps it is here already: ${alike.join('; ')}.`,
    seemsService && 'It may be a formal service rather than something anyone can join. If so, offer it as a signpost.',
    reply_email && `They would like to hear from you: ${reply_email}\n${forgetLine(deleteOn)}`,
    'Nobody sees it until you say yes. It waits for you at your desk.',
    isLast && 'This is the last of today’s letters. If more comes in today, it waits at your desk too.',
  ];
  return { subject: `Something new? ${name}`, text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

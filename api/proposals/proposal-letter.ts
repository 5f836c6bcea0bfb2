import type { Proposal } from '../contract/proposal.ts';
import { letterWords } from '../suggestions/letter-words.ts';
import { forgetLine, type LetterReader, quote } from '../suggestions/suggestion-letter.ts';
import { proposalWords } from './proposal-words.ts';

interface LetterParts {
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
  { firstName, language }: LetterReader,
  { alike, seemsService, isLast, deleteOn }: LetterParts,
): { subject: string; text: string } {
  const { name, happens, when, place, join, contact_name, contact, may_show, reply_email } = proposal;
  const [words, common] = [proposalWords[language], letterWords[language]];
  const said = [
    [words.called, name],
    [words.happens, happens],
    [words.when, when],
    [words.where, place],
    [words.join, join],
    [may_show === 'yes' ? words.mayShow : words.forYouAlone, [contact_name, contact].filter(Boolean).join(', ')],
  ] as const;
  const paragraphs = [
    common.dear(firstName),
    words.opening(name),
    ...said.map(([label, text]) => text && `${label}\n${quote(text)}`),
    alike.length > 0 && words.perhapsHere(alike.join('; ')),
    seemsService && words.seemsService,
    reply_email && `${common.hear(reply_email)}\n${forgetLine(language, deleteOn)}`,
    words.untilYouSayYes,
    isLast && words.last,
  ];
  return { subject: words.subject(name), text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

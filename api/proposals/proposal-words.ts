import type { LetterLanguage } from '../suggestions/letter-words.ts';

interface ProposalWords {
  subject(name: string): string;
  opening(name: string): string;
  called: string;
  happens: string;
  when: string;
  where: string;
  join: string;
  mayShow: string;
  forYouAlone: string;
  perhapsHere(names: string): string;
  seemsService: string;
  untilYouSayYes: string;
  last: string;
}

/** What letters about proposals say, beside what all letters to coordinators do. */
export const proposalWords: Record<LetterLanguage, ProposalWords> = {
  en: {
    subject: (name) => `Something new? ${name}`,
    opening: (name) => `a neighbour would like to see this in the directory: ${name}`,
    called: 'What it is called',
    happens: 'What happens there',
    when: 'When',
    where: 'Where',
    join: 'How people join',
    mayShow: 'Who to ask, and we may show it',
    forYouAlone: 'Who to ask, for you alone: do not show it',
    perhapsHere: (names) => `Perhaps it is here already: ${names}.`,
    seemsService: 'It may be a formal service rather than something anyone can join. If so, offer it as a signpost.',
    untilYouSayYes: 'Nobody sees it until you say yes. It waits for you at your desk.',
    last: 'This is the last of today’s letters. If more comes in today, it waits at your desk too.',
  },
  cy: {
    subject: (name) => `Rhywbeth newydd? ${name}`,
    opening: (name) => `hoffai cymydog weld hwn yn y cyfeiriadur: ${name}`,
    called: 'Beth yw ei enw',
    happens: 'Beth sy’n digwydd yno',
    when: 'Pryd',
    where: 'Ble',
    join: 'Sut mae ymuno',
    mayShow: 'Pwy i’w holi, a chawn ei ddangos',
    forYouAlone: 'Pwy i’w holi, i chi yn unig: peidiwch â’i ddangos',
    perhapsHere: (names) => `Efallai ei fod yma eisoes: ${names}.`,
    seemsService:
      'Gall fod yn wasanaeth ffurfiol yn hytrach na rhywbeth y gall unrhyw un ymuno ag ef. Os felly, cynigiwch ef fel arwyddbost.',
    untilYouSayYes: 'Wêl neb mohono nes i chi ddweud ie. Mae’n aros amdanoch wrth eich desg.',
    last: 'Dyma’r olaf o lythyrau heddiw. Os daw mwy heddiw, bydd hwnnw hefyd yn aros wrth eich desg.',
  },
};

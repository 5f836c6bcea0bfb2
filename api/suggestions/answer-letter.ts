/** What became of it. */
export type Answered = 'accepted' | 'declined' | 'signpost' | 'changed' | 'kept';

interface AnswerParts {
  answered: Answered;
  /** What it is called. */
  name: string;
  /** First name of who read it. */
  from: string;
  /** In their own words; empty: nothing to add. */
  reason: string;
  /** The address of its page; null: it has none. */
  page: string | null;
  locale: string;
}

const english = {
  hello: 'Hello,',
  subjects: {
    accepted: 'It is in: ',
    declined: 'Thank you for telling us: ',
    signpost: 'Thank you for telling us: ',
    changed: 'Put right: ',
    kept: 'Thank you for telling us: ',
  },
  said: {
    accepted: 'what you told us of is in the directory now.',
    declined: 'thank you for telling us of it. It is not in the directory this time.',
    signpost: 'thank you for telling us of it. It goes to our list of services, for people who need one.',
    changed: 'thank you for telling us. It has been put right.',
    kept: 'thank you for telling us. We looked into it, and the page stays as it is.',
  },
  page: 'Its page:',
  bye: (from: string) => `With thanks\n${from}`,
  forgotten: 'We have forgotten your address with this letter.',
};
const welsh: typeof english = {
  hello: 'Helô,',
  subjects: {
    accepted: 'Mae i mewn: ',
    declined: 'Diolch am ddweud wrthym: ',
    signpost: 'Diolch am ddweud wrthym: ',
    changed: 'Wedi’i gywiro: ',
    kept: 'Diolch am ddweud wrthym: ',
  },
  said: {
    accepted: 'mae’r hyn y dywedoch chi wrthym amdano yn y cyfeiriadur nawr.',
    declined: 'diolch am ddweud wrthym amdano. Nid yw yn y cyfeiriadur y tro hwn.',
    signpost: 'diolch am ddweud wrthym amdano. Mae’n mynd i’n rhestr o wasanaethau, i bobl sydd angen un.',
    changed: 'diolch am ddweud wrthym. Mae wedi’i gywiro.',
    kept: 'diolch am ddweud wrthym. Edrychon ni i mewn i’r peth, ac mae’r dudalen yn aros fel y mae.',
  },
  page: 'Ei dudalen:',
  bye: (from) => `Gyda diolch\n${from}`,
  forgotten: 'Rydym wedi anghofio eich cyfeiriad gyda’r llythyr hwn.',
};

/** To whoever told us and left an address, in their language. */
export function answerLetter({ answered, name, from, reason, page, locale }: AnswerParts): { subject: string; text: string } {
  const words = locale === 'cy' ? welsh : english;
  const paragraphs = [
    words.hello,
    `${name}: ${words.said[answered]}`,
    reason,
    page && `${words.page}\n${page}`,
    words.bye(from),
    words.forgotten,
  ];
  return { subject: words.subjects[answered] + name, text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}

interface Told {
  /** First name; null: none is known. */
  reader: string | null;
  name: string;
  /** Who sends it. */
  from: string;
  link: string;
  place: string;
}

/** To a group, with the link by which it keeps its own page. Letters are no pages: their words stand here, in both languages. */
export function ownLinkLetter(locale: 'en' | 'cy', told: Told): { subject: string; text: string } {
  const { subject, paragraphs } = words[locale](told);
  return { subject, text: `${paragraphs.join('\n\n')}\n` };
}

const words = {
  en: ({ reader, name, from, link, place }: Told) => ({
    subject: `Your own page: ${name}`,
    paragraphs: [
      reader ? `Dear ${reader},` : 'Hello,',
      `neighbours in ${place} find ${name} on Open Door. With this link you keep your page yourselves: change when you meet, say that all is right, or that you take a break. You need no account.`,
      link,
      'Times, cost and how to reach you change at once. Your name, your words and your place are looked at first.',
      `The link is for you alone: whoever has it can change your page. It works for a year, and each time you use it for a year more. If it has gone astray, tell ${from}, who can stop it at once.`,
      `${from}, for Open Door, ${place}`,
    ],
  }),
  cy: ({ reader, name, from, link, place }: Told) => ({
    subject: `Eich tudalen eich hun: ${name}`,
    paragraphs: [
      reader ? `Annwyl ${reader},` : 'Helo,',
      `mae cymdogion yn ${place} yn dod o hyd i ${name} ar Drws Agored. Gyda’r ddolen hon cewch gadw’ch tudalen eich hunain: newid pryd rydych yn cwrdd, dweud bod popeth yn iawn, neu eich bod yn cymryd hoe. Nid oes angen cyfrif arnoch.`,
      link,
      'Mae amserau, cost a sut i’ch cyrraedd yn newid ar unwaith. Bydd rhywun yn edrych ar eich enw, eich geiriau a’ch lle yn gyntaf.',
      `I chi yn unig y mae’r ddolen: gall pwy bynnag sydd â hi newid eich tudalen. Mae’n gweithio am flwyddyn, ac am flwyddyn arall bob tro y byddwch yn ei defnyddio. Os aiff ar goll, dywedwch wrth ${from}, sy’n gallu ei hatal ar unwaith.`,
      `${from}, dros Drws Agored, ${place}`,
    ],
  }),
};

import type { AccountLocale } from '../contract/viewer.ts';

export interface CoverTold {
  /** First name of who stands in. */
  reader: string;
  /** Of the area, in the letter's language. */
  area: string;
  /** Who arranged it, or ended it. */
  by: string;
  /** YYYY-MM-DD. */
  from: string;
  until: string;
  /** Of the desk. */
  link: string;
}

/** `given` when it is arranged, `begins` on its first day, `ended` when it ends early, `off` when it never comes to be. */
export type CoverNews = 'given' | 'begins' | 'ended' | 'off';

/** To who stands in. Letters are no pages: their words stand here, in both languages. */
export function coverLetter(locale: AccountLocale, news: CoverNews, told: CoverTold): { subject: string; text: string } {
  const day = (on: string) =>
    new Intl.DateTimeFormat(`${locale}-GB`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${on}T12:00:00Z`));
  const [subject, ...paragraphs] = words[locale][news]({ ...told, from: day(told.from), until: day(told.until) });
  return { subject, text: `${[dear[locale](told.reader), ...paragraphs].join('\n\n')}\n` };
}

const dear = { en: (reader: string) => `Dear ${reader},`, cy: (reader: string) => `Annwyl ${reader},` };

type Sentences = (told: CoverTold) => [subject: string, ...paragraphs: string[]];

const words: Record<AccountLocale, Record<CoverNews, Sentences>> = {
  en: {
    given: ({ area, by, from, until, link }) => [
      `You stand in at ${area} from ${from}`,
      `${by} asks you to stand in at ${area}, from ${from} until ${until}.`,
      'In those days what waits there stands on your Today, and neighbours see you on the area’s page. It ends by itself.',
      link,
      `Does it not suit you? Please tell ${by} soon.`,
    ],
    begins: ({ area, until, link }) => [
      `From today you stand in at ${area}`,
      `from today you stand in at ${area}, until ${until}. What waits there stands on your Today:`,
      link,
      'It ends by itself.',
    ],
    ended: ({ area, by, link }) => [
      `You no longer stand in at ${area}`,
      `${by} has ended it early: from today you no longer stand in at ${area}. What waits there has left your Today.`,
      link,
      'Thank you for being there.',
    ],
    off: ({ area, by, from }) => [
      `You need not stand in at ${area}`,
      `${by} has called it off: you need not stand in at ${area} from ${from}. Thank you for being ready to.`,
    ],
  },
  cy: {
    given: ({ area, by, from, until, link }) => [
      `Rydych yn cymryd lle rhywun yn ${area} o ${from}`,
      `mae ${by} yn gofyn i chi gymryd lle rhywun yn ${area}, o ${from} tan ${until}.`,
      'Yn y dyddiau hynny bydd yr hyn sy’n aros yno ar eich Heddiw, a bydd cymdogion yn eich gweld ar dudalen yr ardal. Mae’n dod i ben ohono’i hun.',
      link,
      `Ddim yn gyfleus? Dywedwch wrth ${by} yn fuan.`,
    ],
    begins: ({ area, until, link }) => [
      `O heddiw rydych yn cymryd lle rhywun yn ${area}`,
      `o heddiw rydych yn cymryd lle rhywun yn ${area}, tan ${until}. Mae’r hyn sy’n aros yno ar eich Heddiw:`,
      link,
      'Mae’n dod i ben ohono’i hun.',
    ],
    ended: ({ area, by, link }) => [
      `Nid ydych yn cymryd lle yn ${area} mwyach`,
      `mae ${by} wedi dod ag ef i ben yn gynnar: o heddiw nid ydych yn cymryd lle yn ${area} mwyach. Mae’r hyn sy’n aros yno wedi gadael eich Heddiw.`,
      link,
      'Diolch am fod yno.',
    ],
    off: ({ area, by, from }) => [
      `Nid oes angen i chi gymryd lle yn ${area}`,
      `ni fydd hynny’n digwydd, meddai ${by}: nid oes angen i chi gymryd lle yn ${area} o ${from}. Diolch am fod yn barod.`,
    ],
  },
};

/** What letters to coordinators say, in the languages we can write. Names and days are put in as they are. */
export const letterWords = {
  en: {
    dear: (reader: string) => `Dear ${reader},`,
    neighbour: {
      closed: (asset: string) => `a neighbour says that this has closed: ${asset}`,
      changed: (asset: string) => `a neighbour says that something is different now: ${asset}`,
    },
    group: {
      closed: (asset: string) => `they say themselves that this has closed: ${asset}`,
      changed: (asset: string) => `they say themselves that something is different now: ${asset}`,
    },
    isClosed: (asset: string) => `Has it closed? ${asset}`,
    isChanged: (asset: string) => `Is it different now? ${asset}`,
    hear: (address: string) => `They would like to hear from you: ${address}`,
    forget: (day: string) => `We forget their address on ${day}. Please forget it once you have answered.`,
    page: (address: string) => `Its page:\n${address}`,
    onlyYou: 'Nothing changes on a page until you change it.',
    hasLeft: 'It has left the list. You can bring it back.',
    rest: (count: number) => `yesterday more came in than we send letters for in a day. Here is the rest (${count}).`,
    more: (count: number) => `And ${count} more of the same day. So many may well come from one person or a program.`,
    restSubject: (count: number) => `What else neighbours said yesterday (${count})`,
  },
  cy: {
    dear: (reader: string) => `Annwyl ${reader},`,
    neighbour: {
      closed: (asset: string) => `mae cymydog yn dweud bod hwn wedi cau: ${asset}`,
      changed: (asset: string) => `mae cymydog yn dweud bod rhywbeth yn wahanol erbyn hyn: ${asset}`,
    },
    group: {
      closed: (asset: string) => `maen nhw eu hunain yn dweud bod hwn wedi cau: ${asset}`,
      changed: (asset: string) => `maen nhw eu hunain yn dweud bod rhywbeth yn wahanol erbyn hyn: ${asset}`,
    },
    isClosed: (asset: string) => `Ydy hwn wedi cau? ${asset}`,
    isChanged: (asset: string) => `Ydy hwn yn wahanol erbyn hyn? ${asset}`,
    hear: (address: string) => `Hoffen nhw glywed gennych: ${address}`,
    forget: (day: string) => `Byddwn yn anghofio eu cyfeiriad ar ${day}. Anghofiwch chithau ef ar ôl ateb.`,
    page: (address: string) => `Ei dudalen:\n${address}`,
    onlyYou: 'Fydd dim yn newid ar dudalen nes i chi ei newid.',
    hasLeft: 'Mae wedi gadael y rhestr. Gallwch ddod ag ef yn ôl.',
    rest: (count: number) => `daeth mwy i mewn ddoe nag y byddwn yn anfon llythyrau amdano mewn diwrnod. Dyma’r gweddill (${count}).`,
    more: (count: number) => `A ${count} arall o’r un diwrnod. Gall cynifer ddod yn hawdd oddi wrth un person neu raglen.`,
    restSubject: (count: number) => `Beth arall a ddywedodd cymdogion ddoe (${count})`,
  },
};

export type LetterLanguage = keyof typeof letterWords;

/** The first of a person's languages that we can write; English where that is none. */
export const letterLanguage = (languages: string[]): LetterLanguage =>
  languages.find((language): language is LetterLanguage => Object.hasOwn(letterWords, language)) ?? 'en';

const day = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (date: string) => format.format(new Date(`${date}T12:00:00Z`));
};

/** What letters to groups say. Letters are no pages: their words stand here, in both languages. */
export interface LetterWords {
  /** YYYY-MM-DD → "3 March 2027". */
  day(date: string): string;
  subject(name: string): string;
  reminderSubject(name: string): string;
  lastSubject(name: string, goesOn: string): string;
  andMore(name: string, more: number): string;
  dear(reader: string): string;
  hello: string;
  why(place: string, count: number): string;
  checked(day: string): string;
  goes(day: string): string;
  lastCall(day: string): string;
  how(count: number): string;
  until(day: string): string;
  name(place: string): string;
}

const en: LetterWords = {
  day: day('en-GB'),
  subject: (name) => `Is this still right? ${name}`,
  reminderSubject: (name) => `Still right? We have not heard from you: ${name}`,
  lastSubject: (name, goesOn) => `We will take it off the list on ${goesOn}: ${name}`,
  andMore: (name, more) => `${name}, and ${more} more`,
  dear: (reader) => `Dear ${reader},`,
  hello: 'Hello,',
  why: (place, count) =>
    `neighbours in ${place} find you on Open Door. They count on what stands there, so now and then we ask: is ${count > 1 ? 'each of these' : 'this'} still right?`,
  checked: (date) => `Last checked on ${date}.`,
  goes: (date) => `If nobody checks it, it leaves the list on ${date}.`,
  lastCall: (date) =>
    `Nobody has checked it for a long time. We will take it off the list on ${date}, unless you tell us that it is right.`,
  how: (count) =>
    `${count > 1 ? 'Each link opens a page of its own' : 'The link opens a page'} that shows what we show. One press is enough: yes, a small change, having a rest, or closed. You need no account.`,
  until: (date) => `The links are for you alone, and work until ${date}. What has left the list comes back as soon as you say yes.`,
  name: (place) => `Open Door, ${place}`,
};

const cy: LetterWords = {
  day: day('cy'),
  subject: (name) => `A yw hyn yn gywir o hyd? ${name}`,
  reminderSubject: (name) => `Yn gywir o hyd? Nid ydym wedi clywed gennych: ${name}`,
  lastSubject: (name, goesOn) => `Byddwn yn ei dynnu oddi ar y rhestr ar ${goesOn}: ${name}`,
  andMore: (name, more) => `${name}, a ${more} arall`,
  dear: (reader) => `Annwyl ${reader},`,
  hello: 'Helo,',
  why: (place, count) =>
    `mae cymdogion yn ${place} yn dod o hyd i chi ar Drws Agored. Maen nhw’n dibynnu ar yr hyn sydd yno, felly rydym yn gofyn o bryd i’w gilydd: a yw ${count > 1 ? 'pob un o’r rhain' : 'hyn'} yn gywir o hyd?`,
  checked: (date) => `Gwiriwyd ddiwethaf ar ${date}.`,
  goes: (date) => `Os na fydd neb yn ei wirio, bydd yn gadael y rhestr ar ${date}.`,
  lastCall: (date) =>
    `Nid oes neb wedi ei wirio ers amser maith. Byddwn yn ei dynnu oddi ar y rhestr ar ${date}, oni bai eich bod yn dweud ei fod yn gywir.`,
  how: (count) =>
    `Mae ${count > 1 ? 'pob dolen yn agor ei thudalen ei hun' : 'y ddolen yn agor tudalen'} sy’n dangos yr hyn rydym ni’n ei ddangos. Mae un wasgiad yn ddigon: ydy, newid bach, cael hoe, neu wedi cau. Nid oes angen cyfrif arnoch.`,
  until: (date) =>
    `I chi yn unig y mae’r dolenni, ac maen nhw’n gweithio tan ${date}. Daw’r hyn sydd wedi gadael y rhestr yn ôl cyn gynted ag y dywedwch ei fod yn gywir.`,
  name: (place) => `Drws Agored, ${place}`,
};

export const letterWords = { en, cy };

import type { AccountLocale } from '../contract/viewer.ts';

interface LetterParts {
  name: string;
  /** Address of the link. */
  link: string;
}

/** The way in, for who asked for it. */
export const signInLetter = (locale: AccountLocale, { name, link }: LetterParts) => letters[locale].signIn(firstName(name), link);

/** The first way in. `by`: who invites, where a person does. */
export const invitationLetter = (locale: AccountLocale, { name, link, by }: LetterParts & { by: string | null }) =>
  letters[locale].invitation(firstName(name), { link, by });

const firstName = (name: string) => name.split(' ')[0] ?? name;
const letter = (subject: string, ...paragraphs: string[]) => ({ subject, text: `${paragraphs.join('\n\n')}\n` });

const letters = {
  en: {
    signIn: (name: string, link: string) =>
      letter(
        'Your way in to the desk',
        `Dear ${name},`,
        'open this in the browser in which you asked for it, and press the button:',
        link,
        'It works once, for 15 minutes. If it was not you who asked, you need do nothing: without this letter nobody gets in.',
      ),
    invitation: (name: string, { link, by }: { link: string; by: string | null }) =>
      letter(
        'Come and help keep Open Door',
        `Dear ${name},`,
        by
          ? `${by} asks you to help keep Open Door, the neighbourhood directory.`
          : 'you are asked to help keep Open Door, the neighbourhood directory.',
        'This lets you in; there is no password to think of:',
        link,
        'It works once, for 7 days. After that, just write your address on the sign-in page, and a new one comes.',
      ),
  },
  cy: {
    signIn: (name: string, link: string) =>
      letter(
        'Eich ffordd i mewn i’r ddesg',
        `Annwyl ${name},`,
        'agorwch hwn yn y porwr lle gofynnoch amdano, a gwasgwch y botwm:',
        link,
        'Mae’n gweithio unwaith, am 15 munud. Os nad chi ofynnodd, does dim angen gwneud dim: heb y llythyr hwn ni ddaw neb i mewn.',
      ),
    invitation: (name: string, { link, by }: { link: string; by: string | null }) =>
      letter(
        'Dewch i helpu i gadw Drws Agored',
        `Annwyl ${name},`,
        by ? `Mae ${by} yn gofyn i chi helpu i gadw’r cyfeiriadur cymdogaeth.` : 'gofynnir i chi helpu i gadw’r cyfeiriadur cymdogaeth.',
        'Mae hwn yn eich gadael i mewn; does dim cyfrinair i’w gofio:',
        link,
        'Mae’n gweithio unwaith, am 7 diwrnod. Wedi hynny, ysgrifennwch eich cyfeiriad ar y dudalen fewngofnodi, a daw un newydd.',
      ),
  },
};

import { z } from 'zod';

/** Controls, the two letters that are none, and halves of a pair: nobody types them, and XML and HTML do not take them. */
const noLetters = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\p{Cs}]/gu;

/** What is left of typed text once all that is no letter is out; line ends and tabs stay. */
export const onlyLetters = (text: string): string => text.replace(noLetters, '');

/** A text as it is read everywhere: without what is no letter, and without blanks around it. */
export const typedText = () => z.string().overwrite(onlyLetters).trim();

/** Blanks, and letters that cannot be seen. */
const unseen = /[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Whether it says anything at all. */
export const saysSomething = (text: string): boolean => text.replace(unseen, '') !== '';

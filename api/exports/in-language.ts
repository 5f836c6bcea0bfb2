/** The text that people wrote, in the reader's language where there is one. */
export const inLanguage = (language: 'en' | 'cy', english: string, welsh: string | null): string => (language === 'cy' && welsh) || english;

/** For the header Message-ID. Undefined: the mail library makes one up. */
export const messageIdOf = (id: string | undefined): string | undefined => (id === undefined ? undefined : `<${id}@open-door.invalid>`);

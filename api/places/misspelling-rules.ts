/** The house's rule for typing slips: one from four letters, two from eight; a swap of neighbours counts as one. */
export const slipsAllowed = (length: number) => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

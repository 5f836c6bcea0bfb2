/** A link in a letter that was asked for. */
export const longestAskingMs = 15 * 60_000;
/** In an invitation, which may lie for some days. */
export const longestInvitationMs = 7 * 24 * 3_600_000;
/** So many letters an account gets in an hour, whoever asks. */
export const mostLettersAnHour = 5;

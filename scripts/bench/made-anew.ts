/** Kept bytes are sent to nobody with a cookie: what is measured is how long an answer takes to make. */
export const madeAnew = { cookie: 'made=anew' };

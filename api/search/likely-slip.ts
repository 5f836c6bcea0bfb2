/**
 * Few mistake the first letter of a word for another: "balcony" is no falconry, and ludo no judo. It may be lost, doubled or swapped with the
 * next. Meilisearch counts a slip there twice, which comes to the same.
 */
export const isLikelySlip = (typed: string, meant: string) => typed[0] === meant[0] || typed[1] === meant[0] || typed[0] === meant[1];

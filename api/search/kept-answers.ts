/** Answers by key, each good for one version of the directory; the least used goes first. */
export interface KeptAnswers<Answer> {
  get(key: string, version: string, make: () => Promise<Answer>): Promise<Answer>;
}

export function createKeptAnswers<Answer>(most: number): KeptAnswers<Answer> {
  const answers = new Map<string, { version: string; answer: Promise<Answer> }>();
  return {
    get(key, version, make) {
      const kept = answers.get(key);
      answers.delete(key);
      const entry = kept?.version === version ? kept : { version, answer: make() };
      answers.set(key, entry);
      // A later change may have put another answer in its place.
      entry.answer.catch(() => {
        if (answers.get(key) === entry) answers.delete(key);
      });
      for (const oldest of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(oldest);
      }
      return entry.answer;
    },
  };
}
